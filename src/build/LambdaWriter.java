import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the class of one lambda. */
final class LambdaWriter {
  private final Lambda lambda;
  private final String name;
  private final String host;
  private final Type[] captured;
  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

  LambdaWriter(Lambda lambda, String name, String host) {
    this.lambda = lambda;
    this.name = name;
    this.host = host;
    this.captured = lambda.captured().getArgumentTypes();
  }

  byte[] write(int version) {
    String type = lambda.captured().getReturnType().getInternalName();
    writer.visit(
        version,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        name,
        null,
        "java/lang/Object",
        new String[] {type});
    writer.visitNestHost(host);
    for (int i = 0; i < captured.length; i++) {
      int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
      writer.visitField(access, "c" + i, captured[i].getDescriptor(), null, null).visitEnd();
    }
    writeConstructor();
    writeFactory();
    writeMethod();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private String constructorDescriptor() {
    return Type.getMethodDescriptor(Type.VOID_TYPE, captured);
  }

  private void writeConstructor() {
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PRIVATE, "<init>", constructorDescriptor(), null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    int slot = 1;
    for (int i = 0; i < captured.length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), slot);
      code.visitFieldInsn(Opcodes.PUTFIELD, name, "c" + i, captured[i].getDescriptor());
      slot += captured[i].getSize();
    }
    end(code, Type.VOID_TYPE);
  }

  private void writeFactory() {
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_STATIC, LambdaClasses.MAKE, lambda.captured().getDescriptor(), null, null);
    code.visitCode();
    code.visitTypeInsn(Opcodes.NEW, name);
    code.visitInsn(Opcodes.DUP);
    int slot = 0;
    for (Type type : captured) {
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
      slot += type.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", constructorDescriptor(), false);
    end(code, lambda.captured().getReturnType());
  }

  private void writeMethod() {
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC, lambda.method(), lambda.erased().getDescriptor(), null, null);
    code.visitCode();
    if (lambda.constructs()) {
      code.visitTypeInsn(Opcodes.NEW, lambda.body().getOwner());
      code.visitInsn(Opcodes.DUP);
    }
    List<Type> wanted = lambda.bodyParameters();
    for (int i = 0; i < captured.length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, name, "c" + i, captured[i].getDescriptor());
    }
    int slot = 1;
    Type[] erased = lambda.erased().getArgumentTypes();
    Type[] exact = lambda.exact().getArgumentTypes();
    for (int i = 0; i < erased.length; i++) {
      code.visitVarInsn(erased[i].getOpcode(Opcodes.ILOAD), slot);
      slot += erased[i].getSize();
      StackTypes.convert(code, erased[i], exact[i]);
      StackTypes.convert(code, exact[i], wanted.get(captured.length + i));
    }
    callBody(code);
    Type result = lambda.erased().getReturnType();
    StackTypes.convert(code, lambda.bodyResult(), result);
    end(code, result);
  }

  private void callBody(MethodVisitor code) {
    Handle body = lambda.body();
    int call =
        switch (body.getTag()) {
          case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
          case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
          default -> body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
    code.visitMethodInsn(call, body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
  }

  private static void end(MethodVisitor code, Type result) {
    code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
