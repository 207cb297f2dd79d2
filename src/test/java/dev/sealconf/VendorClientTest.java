package dev.sealconf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows {@code docs/extending.md} to add a provider with a vendor's client, up to its folder. */
class VendorClientTest {
  private static final Path SEALCONF = Path.of("target/classes").toAbsolutePath();
  private static final Path BUILD = Path.of("src/build/ClientFolders.java").toAbsolutePath();
  private static final String PROVIDER =
      """
      package dev.sealconf.keys.providers;

      import dev.sealconf.keys.providers.acme.AcmeClient;
      import dev.sealconf.plugin.LazyClient;

      public final class AcmeKeyProvider {
      %s
        public static void main(String[] args) {
          System.out.print(new String(new AcmeKeyProvider().client.get().wrap("a", new byte[3])));
        }
      }
      """;

  @TempDir Path project;

  private String page;

  @BeforeEach
  void writesThePageAndItsVendor() throws IOException {
    String all = Files.readString(Path.of("docs/extending.md"));
    page = all.substring(all.indexOf("### A provider with a vendor's client"));
    vendorJar("acme-annotations-1.0", "com.acme.Stable", "public @interface Stable {}");
    vendorJar(
        "acme-core-2.0",
        "com.acme.core.Text",
        "public class Text { public static String of(int n) { return n + \" bytes\"; } }");
    vendorJar(
        "acme-kms-1.0",
        "com.acme.kms.Vault",
        """
        @com.acme.Stable public class Vault {
          private final String key;
          public Vault(String key) { this.key = key; }
          public byte[] seal(byte[] plain) {
            return (key + ": " + com.acme.core.Text.of(plain.length)).getBytes();
          }
        }
        """);
    vendorJar("acme-async-1.0", "com.acme.Async", "public class Async {}");
  }

  @Test
  void theFolderHoldsTheClientAndTheJarsItNeeds() throws Exception {
    buildsItsFolder();

    assertThat(names(project.resolve("lib/providers/acme")))
        .containsExactly("acme-core-2.0.jar", "acme-kms-1.0.jar", "sealconf-acme.jar");
  }

  @Test
  void theProgramOpensTheClientFromTheFolder() throws Exception {
    buildsItsFolder();
    Path program = project.resolve("lib/sealconf.jar");
    Path ours = project.resolve("target/classes");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(program))) {
      add(jar, SEALCONF, file -> file.matches(".*/(plugin|error)/.*|.*/ShutdownHooks.class"));
      add(jar, ours, file -> !file.contains("/client/"));
    }

    assertThat(run("-cp", program.toString(), "dev.sealconf.keys.providers.AcmeKeyProvider"))
        .isEqualTo("a: 3 bytes");
  }

  @Test
  void anotherClientPackageThatItUsesIsPackedWithIt() throws Exception {
    String session =
        """
        package dev.sealconf.vendor.acme.client;
        public class Session { public static String of(String key) { return key + key; } }
        """;
    compile("target/classes", write("src/main/java", session));
    page =
        page.replace(
            "new Vault(key)", "new Vault(dev.sealconf.vendor.acme.client.Session.of(key))");
    buildsItsFolder();

    try (JarFile jar =
        new JarFile(project.resolve("lib/providers/acme/sealconf-acme.jar").toFile())) {
      assertThat(jar.stream().map(JarEntry::getName))
          .containsExactly(
              "dev/sealconf/keys/providers/acme/client/AcmeKms.class",
              "dev/sealconf/vendor/acme/client/Session.class");
    }
  }

  private void buildsItsFolder() throws Exception {
    for (String block : blocks("java")) {
      if (block.startsWith("package")) {
        compile("target/classes", write("src/main/java", block));
      } else {
        compile("target/classes", write("src/main/java", PROVIDER.formatted(block)));
      }
    }
    Path tree = Files.writeString(project.resolve("tree.txt"), tree(blocks("xml").get(0)));
    run(
        BUILD.toString(),
        tree.toString(),
        String.join(File.pathSeparator, vendorJars()),
        project.resolve("lib").toString(),
        "2026-01-02T03:04:05Z");
  }

  /** What Maven shows of the page's dependency. */
  private static String tree(String xml) {
    Matcher dependency =
        Pattern.compile("(?s)<groupId>(.*?)<.*<artifactId>(.*?)<.*<version>(.*?)<.*<scope>(.*?)<")
            .matcher(xml);
    assertThat(dependency.find()).isTrue();
    return """
    dev.sealconf:sealconf:jar:0.1.0
    +- com.google.crypto.tink:tink:jar:1.24.0:compile
    \\- %s:%s:jar:%s:%s
       +- com.acme:acme-annotations:jar:1.0:provided
       +- com.acme:acme-async:jar:1.0:provided
       |  \\- (com.acme:acme-core:jar:1.9:provided - omitted for conflict with 2.0)
       \\- com.acme:acme-core:jar:2.0:provided
    """
        .formatted(
            dependency.group(1), dependency.group(2), dependency.group(3), dependency.group(4));
  }

  private List<String> blocks(String language) {
    String section = page.substring(0, page.indexOf("\n## "));
    return Pattern.compile("(?s)```" + language + "\n(.*?)```")
        .matcher(section)
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  private void vendorJar(String name, String type, String body) throws IOException {
    String packageName = type.substring(0, type.lastIndexOf('.'));
    compile("vendor/" + name, write("vendor-src", "package " + packageName + ";\n" + body));
    Path jar = project.resolve("vendor").resolve(name + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      add(out, project.resolve("vendor").resolve(name), file -> true);
    }
  }

  private List<String> vendorJars() throws IOException {
    Path vendor = Files.createDirectories(project.resolve("vendor"));
    return names(vendor).stream()
        .filter(name -> name.endsWith(".jar"))
        .map(name -> vendor.resolve(name).toString())
        .toList();
  }

  private Path write(String folder, String source) throws IOException {
    Matcher name =
        Pattern.compile("(?s)package ([\\w.]+);.*?(?:class|interface) (\\w+)").matcher(source);
    assertThat(name.find()).isTrue();
    Path file =
        project
            .resolve(folder)
            .resolve(name.group(1).replace('.', '/'))
            .resolve(name.group(2))
            .resolveSibling(name.group(2) + ".java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, source);
  }

  private void compile(String classes, Path file) throws IOException {
    Path to = Files.createDirectories(project.resolve(classes));
    List<String> path = new ArrayList<>(vendorJars());
    path.addAll(List.of(to.toString(), SEALCONF.toString()));
    String classPath = String.join(File.pathSeparator, path);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                classPath,
                "-d",
                to.toString(),
                file.toString());
    assertThat(result).as("compiled").isZero();
  }

  private String run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }

  private static void add(JarOutputStream jar, Path classes, Predicate<String> wanted)
      throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (wanted.test(file.toString())) {
          jar.putNextEntry(new JarEntry(classes.relativize(file).toString()));
          Files.copy(file, jar);
        }
      }
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
