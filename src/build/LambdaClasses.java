import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Copies compiled classes, and turns each lambda and method reference into a class, as javac does
 * with anonymous classes. Java links a lambda when it is first used, which takes a quarter of a
 * millisecond on Java 17, even with an archive of classes: a short run uses a hundred of them.
 *
 * <p>Usage, with ASM on the class path: {@code java LambdaClasses FROM TO}. A new class is a nest
 * mate of the class that it comes from, so that it may call its private methods.
 */
public final class LambdaClasses {
  private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

  /** The method of a new class that makes an instance, of what the lambda captures. */
  static final String MAKE = "make";

  /** The new members of each nest, by its host. */
  private final Map<String, List<String>> nests = new TreeMap<>();

  private final Map<String, byte[]> results = new TreeMap<>();

  public static void main(String[] args) throws IOException {
    Path from = Path.of(args[0]);
    Path to = Path.of(args[1]);
    LambdaClasses classes = new LambdaClasses();
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = from.relativize(file).toString();
      byte[] content = Files.readAllBytes(file);
      if (name.endsWith(".class")) {
        classes.rewrite(content);
      } else {
        write(to.resolve(name), content);
      }
    }
    classes.extendNests();
    for (Map.Entry<String, byte[]> result : classes.results.entrySet()) {
      write(to.resolve(result.getKey() + ".class"), result.getValue());
    }
    System.out.println(classes.nests.values().stream().mapToInt(List::size).sum() + " lambdas");
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private void rewrite(byte[] content) {
    ClassReader reader = new ClassReader(content);
    ClassWriter writer = new ClassWriter(0);
    Rewriter rewriter = new Rewriter(writer);
    reader.accept(rewriter, 0);
    results.put(reader.getClassName(), writer.toByteArray());
    if (!rewriter.made.isEmpty()) {
      nests
          .computeIfAbsent(rewriter.host, host -> new ArrayList<>())
          .addAll(rewriter.made.keySet());
      results.putAll(rewriter.made);
    }
  }

  private void extendNests() {
    nests.forEach(
        (host, members) -> {
          ClassWriter writer = new ClassWriter(0);
          ClassVisitor extend =
              new ClassVisitor(Opcodes.ASM9, writer) {
                @Override
                public void visitEnd() {
                  members.forEach(this::visitNestMember);
                  super.visitEnd();
                }
              };
          new ClassReader(results.get(host)).accept(extend, 0);
          results.put(host, writer.toByteArray());
        });
  }

  /** Replaces the lambdas of one class by calls of new classes. */
  private static final class Rewriter extends ClassVisitor {
    private final Map<String, byte[]> made = new TreeMap<>();
    private String name;
    private String host;
    private int version;

    Rewriter(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int classVersion, int access, String className, String sig, String parent, String[] types) {
      version = classVersion;
      name = className;
      host = className;
      super.visit(classVersion, access, className, sig, parent, types);
    }

    @Override
    public void visitNestHost(String nestHost) {
      host = nestHost;
      super.visitNestHost(nestHost);
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String d, String s, String[] e) {
      return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, method, d, s, e)) {
        @Override
        public void visitInvokeDynamicInsn(
            String sam, String desc, Handle bootstrap, Object... arguments) {
          if (bootstrap.getOwner().equals(METAFACTORY)
              && bootstrap.getName().equals("metafactory")) {
            String made = make(new Lambda(sam, desc, arguments));
            super.visitMethodInsn(Opcodes.INVOKESTATIC, made, MAKE, desc, false);
          } else {
            super.visitInvokeDynamicInsn(sam, desc, bootstrap, arguments);
          }
        }
      };
    }

    private String make(Lambda lambda) {
      String lambdaName = name + "$$" + made.size();
      made.put(lambdaName, new LambdaWriter(lambda, lambdaName, host).write(version));
      return lambdaName;
    }
  }
}
