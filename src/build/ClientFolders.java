import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Fills the folders of clients below {@code lib} of the distribution. A client is a package that
 * the program opens by {@code new LazyClient<>("FOLDER", "PACKAGE.CLASS", …)} or {@code
 * JarFolder.open}. Its folder gets one jar with the package and with what it uses of other packages
 * called {@code client}, such as a vendor's sign-in, and the jars that these need.
 *
 * <p>The candidates are the provided dependencies of the pom that the package uses, and everything
 * below them in Maven's tree. A candidate is copied if a class in the folder mentions one of its
 * classes, or if it offers a service that the folder defines. Jars that hold only annotations are
 * left out. A provided dependency that no client uses, such as slf4j-nop, is a candidate for every
 * folder.
 *
 * <p>Usage, in the project's folder: {@code java ClientFolders.java TREE CLASSPATH LIB TIME}. TREE
 * is a file with the verbose output of Maven's dependency:tree, CLASSPATH the compile class path,
 * and TIME the time of the entries in our jars.
 */
final class ClientFolders {
  private static final Pattern OPENED =
      Pattern.compile(
          "(?:new LazyClient<>|JarFolder\\.open)\\(\\s*\"([^\"]+)\",\\s*\"([\\w.]+)\\.\\w+\"");

  /** A class of ours that needs a vendor's jars. */
  private static final Pattern SHARED = Pattern.compile("dev/sealconf/.+/client/[^/]+");

  /** A class in the signature of a method. */
  private static final Pattern TYPE = Pattern.compile("L([^;<]+)");

  /** In the access flags of a class file. */
  private static final int ANNOTATION = 0x2000;

  private static final Path CLASSES = Path.of("target/classes");

  private final Tree tree;
  private final Map<String, Jar> jars = new TreeMap<>();
  private final LocalDateTime time;

  private ClientFolders(Tree tree, String classPath, Instant time) throws IOException {
    this.tree = tree;
    this.time = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    Set<String> shipped = new HashSet<>();
    tree.provided.forEach(dependency -> shipped.addAll(tree.below(dependency)));
    for (String entry : classPath.split(File.pathSeparator)) {
      String id = tree.ids.get(Path.of(entry).getFileName().toString());
      if (shipped.contains(id)) {
        jars.put(id, Jar.read(Path.of(entry)));
      }
    }
  }

  public static void main(String[] args) throws IOException {
    ClientFolders build =
        new ClientFolders(Tree.read(Path.of(args[0])), args[1], Instant.parse(args[3]));
    Map<String, Client> clients = clients();
    for (Map.Entry<String, Client> client : clients.entrySet()) {
      build.fill(Path.of(args[2], client.getKey()), client.getValue(), clients.values());
    }
  }

  /** Every client by its folder. */
  private static Map<String, Client> clients() throws IOException {
    Map<String, Client> clients = new TreeMap<>();
    for (Path source : files(Path.of("src/main/java"), ".java")) {
      for (Matcher open = OPENED.matcher(Files.readString(source)); open.find(); ) {
        Path folder = CLASSES.resolve(open.group(2).replace('.', '/'));
        clients.put(open.group(1), client(folder));
      }
    }
    return clients;
  }

  private static Client client(Path folder) throws IOException {
    Client client = new Client(new ArrayList<>(files(folder, ".class")), new HashSet<>());
    for (int i = 0; i < client.files.size(); i++) {
      Set<String> mentioned = new TreeSet<>();
      addMentioned(Files.readAllBytes(client.files.get(i)), mentioned);
      client.mentioned.addAll(mentioned);
      for (String name : mentioned) {
        Path file = CLASSES.resolve(name + ".class");
        if (SHARED.matcher(name).matches() && !client.files.contains(file)) {
          client.files.add(file);
        }
      }
    }
    return client;
  }

  private void fill(Path folder, Client client, Collection<Client> all) throws IOException {
    Files.createDirectories(folder);
    for (Path old : files(folder, ".jar")) {
      Files.delete(old);
    }
    for (Jar jar : needed(client, all)) {
      Path copy = folder.resolve(jar.path.getFileName());
      Files.copy(jar.path, copy, StandardCopyOption.COPY_ATTRIBUTES);
    }
    String name = folder.getFileName().toString().replace('_', '-');
    try (OutputStream file = Files.newOutputStream(folder.resolve("sealconf-" + name + ".jar"));
        ZipOutputStream jar = new ZipOutputStream(file)) {
      for (Path from : client.files) {
        ZipEntry entry = new ZipEntry(CLASSES.relativize(from).toString().replace('\\', '/'));
        entry.setTimeLocal(time);
        jar.putNextEntry(entry);
        Files.copy(from, jar);
      }
    }
  }

  private List<Jar> needed(Client client, Collection<Client> all) {
    Set<String> candidates = new LinkedHashSet<>();
    for (String dependency : tree.provided) {
      if (client.uses(jars.get(dependency))) {
        candidates.addAll(tree.below(dependency));
      } else if (all.stream().noneMatch(other -> other.uses(jars.get(dependency)))) {
        candidates.add(dependency);
      }
    }
    List<Jar> left = new ArrayList<>();
    for (String id : candidates) {
      left.add(Objects.requireNonNull(jars.get(id), id + " isn't on the class path"));
    }
    List<Jar> needed = new ArrayList<>();
    Set<String> mentioned = new HashSet<>(client.mentioned);
    Set<String> present = new HashSet<>();
    Predicate<Jar> isNeeded = jar -> meet(jar.classes, mentioned) || meet(present, jar.services);
    Optional<Jar> next = left.stream().filter(isNeeded).findFirst();
    while (next.isPresent()) {
      left.remove(next.get());
      needed.add(next.get());
      mentioned.addAll(next.get().mentioned);
      present.addAll(next.get().classes);
      next = left.stream().filter(isNeeded).findFirst();
    }
    return needed;
  }

  private static boolean meet(Set<String> some, Set<String> others) {
    return !Collections.disjoint(some, others);
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /**
   * Adds the classes that a class file needs when it is linked: those of its constants, and those
   * in the signatures of methods. Names have slashes. What only annotates is not among them.
   *
   * @return whether the class itself is an annotation
   */
  private static boolean addMentioned(byte[] classFile, Set<String> names) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
    in.skipBytes(8);
    int count = in.readUnsignedShort();
    String[] texts = new String[count];
    List<Integer> classes = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 7 -> classes.add(in.readUnsignedShort());
        case 8, 16, 19, 20 -> in.skipBytes(2);
        case 15 -> in.skipBytes(3);
        case 5, 6 -> {
          in.skipBytes(8);
          i++;
        }
        default -> in.skipBytes(4);
      }
    }
    classes.forEach(index -> names.add(texts[index].replaceAll("^\\[+L|;$", "")));
    for (String text : texts) {
      if (text != null && text.startsWith("(")) {
        TYPE.matcher(text).results().forEach(type -> names.add(type.group(1)));
      }
    }
    return (in.readUnsignedShort() & ANNOTATION) != 0;
  }

  /**
   * The classes of a client's package, those of other client packages, and all that they mention.
   */
  private record Client(List<Path> files, Set<String> mentioned) {
    boolean uses(Jar jar) {
      return meet(jar.classes, mentioned);
    }
  }

  /** What a jar has, needs and offers; names have slashes. */
  private record Jar(Path path, Set<String> classes, Set<String> mentioned, Set<String> services) {
    private static final String SERVICES = "META-INF/services/";

    static Jar read(Path path) throws IOException {
      Jar jar = new Jar(path, new HashSet<>(), new HashSet<>(), new HashSet<>());
      boolean runs = false;
      try (ZipFile zip = new ZipFile(path.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          String name = entry.getName();
          if (name.endsWith(".class") && !name.endsWith("-info.class")) {
            byte[] file = zip.getInputStream(entry).readAllBytes();
            runs |= !addMentioned(file, jar.mentioned) && !name.contains("$");
            jar.classes.add(name.substring(0, name.length() - ".class".length()));
          } else if (name.startsWith(SERVICES)) {
            jar.services.add(name.substring(SERVICES.length()).replace('.', '/'));
          }
        }
      }
      return runs ? jar : new Jar(path, Set.of(), Set.of(), Set.of());
    }
  }

  /** Maven's dependencies, each as GROUP:ARTIFACT. */
  private static final class Tree {
    private static final Pattern LINE =
        Pattern.compile("([ |+\\\\-]+)\\(?([\\w.-]+:([\\w.-]+)):jar:([\\w.-]+):(\\w+)(.*)");

    private final Map<String, Set<String>> children = new LinkedHashMap<>();
    private final Map<String, String> ids = new TreeMap<>();
    private final Set<String> provided = new TreeSet<>();

    static Tree read(Path file) throws IOException {
      Tree tree = new Tree();
      List<String> above = new ArrayList<>();
      for (String text : Files.readAllLines(file)) {
        Matcher line = LINE.matcher(text);
        if (line.matches()) {
          tree.add(line, above);
        }
      }
      return tree;
    }

    /** Adds a line; those above it, from the outermost, end with it afterwards. */
    private void add(Matcher line, List<String> above) {
      int depth = line.group(1).length() / 3;
      above.subList(depth - 1, above.size()).clear();
      String id = line.group(2);
      if (depth == 1 && line.group(5).equals("provided")) {
        provided.add(id);
      } else if (depth > 1) {
        children.computeIfAbsent(above.get(depth - 2), key -> new LinkedHashSet<>()).add(id);
      }
      above.add(id);
      if (!line.group(6).contains("omitted for")) {
        ids.put(line.group(3) + "-" + line.group(4) + ".jar", id);
      }
    }

    /** The dependency, its dependencies, theirs, and so on. */
    Set<String> below(String dependency) {
      Set<String> found = new LinkedHashSet<>();
      Deque<String> next = new ArrayDeque<>(List.of(dependency));
      while (!next.isEmpty()) {
        String id = next.pop();
        if (found.add(id)) {
          next.addAll(children.getOrDefault(id, Set.of()));
        }
      }
      return found;
    }
  }
}
