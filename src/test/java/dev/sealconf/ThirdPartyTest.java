package dev.sealconf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What others add, compiled from {@code docs/extending.md}: providers dropped into a folder, a
 * format and a command.
 */
class ThirdPartyTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

  /** What the page leaves out of its first example. */
  private static final String IMPORTS =
      Stream.of(
              "com.google.auto.service.AutoService",
              "dev.sealconf.crypto.*",
              "dev.sealconf.error.*",
              "dev.sealconf.io.*",
              "dev.sealconf.io.file.*",
              "dev.sealconf.keys.*",
              "dev.sealconf.keys.spi.*",
              "java.nio.charset.*",
              "java.nio.file.Path",
              "java.util.*")
          .map(name -> "import " + name + ";\n")
          .reduce("", String::concat);

  private static final String KEYSET = "testdata/keys/tink-old.json";
  private static final String OTHER = "testdata/keys/tink-other.json";

  @TempDir Path folder;

  private Path work;

  @BeforeEach
  void writesAPlainFile() throws IOException {
    work = Files.createDirectories(folder.resolve("work"));
    Files.writeString(work.resolve("a.yaml"), "a: one\n");
  }

  @Test
  void aTinkKmsClientIsAProviderByItself() throws IOException {
    addKmsClient();
    String uri = uri(KEYSET);
    runs(world(), "encrypt", "-i", "--corp", uri, "a.yaml");

    assertThat(work.resolve("a.yaml"))
        .content()
        .containsPattern(
            "    corp:\n        - created_at: \"2026-01-02T03:04:05Z\"\n          enc: \\S+\n"
                + "          uri: "
                + Pattern.quote(uri));
    assertThat(runs(world().with("SEALCONF_CORP", uri), "decrypt", "a.yaml")).isEqualTo("a: one\n");
    assertThat(runs(world(), "encrypt", "--help"))
        .contains("--corp LIST")
        .contains("SEALCONF_CORP");
    assertThat(fails(1, world(), "encrypt", "--corp", "aws-kms://x", "a.yaml"))
        .contains("'aws-kms://x' is not the URI of a key for corp");
  }

  @Test
  void itsFieldInSopsYamlNamesKeysAndAllowsThem() throws IOException {
    addKmsClient();
    Path rules = work.resolve(".sops.yaml");
    Files.writeString(rules, "creation_rules:\n  - corp: " + uri(KEYSET) + "\n");
    runs(world(), "encrypt", "-i", "a.yaml");

    assertThat(runs(world(), "decrypt", "a.yaml")).isEqualTo("a: one\n");
    Files.delete(rules);
    assertThat(fails(128, world(), "decrypt", "a.yaml"))
        .contains("corp '" + uri(KEYSET) + "': not used: only the file names it");
  }

  @Test
  void aKeyThatFailsIsListedInTheErrorTable() throws IOException {
    addKmsClient();
    Path keyset = Files.copy(Path.of(KEYSET), folder.resolve("k.json"));
    String uri = "corp-kms://" + keyset;
    TestWorld world = world().with("SEALCONF_CORP", uri);
    runs(world, "encrypt", "-i", "a.yaml");
    Files.copy(Path.of(OTHER), keyset, StandardCopyOption.REPLACE_EXISTING);

    assertThat(fails(128, world().with("SEALCONF_CORP", uri), "decrypt", "a.yaml"))
        .contains("corp '" + uri + "': the client for '" + uri + "' does not decrypt");
    Files.delete(keyset);
    assertThat(fails(128, world().with("SEALCONF_CORP", uri), "decrypt", "a.yaml"))
        .contains("from its client: GeneralSecurityException")
        .doesNotContain("no such keyset");
    Files.delete(folder.resolve("providers/corp/corp.jar"));
    assertThat(fails(128, world(), "decrypt", "a.yaml"))
        .contains("corp '" + uri + "': sealconf has no provider for 'corp'");
  }

  @Test
  void itsUrisAlsoEncryptTinkKeysets() throws IOException {
    addKmsClient();
    Path keyset = work.resolve("home/.config/sealconf/tink/team.json");
    runs(world(), "keys", "tink", "create", "--kms-uri", uri(KEYSET), "team");
    runs(world(), "encrypt", "-i", "--tink", "team", "a.yaml");

    assertThat(keyset).content().contains("\"encryptedKeyset\"").doesNotContain("\"keyData\"");
    assertThat(keyset.resolveSibling("team.json.kms_key_uri")).hasContent(uri(KEYSET));
    assertThat(runs(world(), "decrypt", "a.yaml")).isEqualTo("a: one\n");
    runs(world(), "keys", "tink", "rotate", "team");
    assertThat(runs(world(), "decrypt", "a.yaml")).isEqualTo("a: one\n");
    assertThat(runs(world(), "keys", "tink", "list"))
        .contains("encrypted by '" + uri(KEYSET) + "'")
        .containsPattern("\\d+  enabled\n  \\d+  enabled, primary\n");
    Files.delete(keyset.resolveSibling("team.json.kms_key_uri"));
    assertThat(fails(128, world(), "decrypt", "a.yaml"))
        .contains("the file doesn't say with which key");
    TestWorld other = world().with("SEALCONF_TINK_KMS_URI", uri(OTHER));
    assertThat(fails(128, other, "decrypt", "a.yaml")).contains("' does not open it");
    TestWorld told = world().with("SEALCONF_TINK_KMS_URI", uri(KEYSET));
    assertThat(runs(told, "decrypt", "a.yaml")).isEqualTo("a: one\n");
  }

  @Test
  void aKeyProviderInAFolderIsOneOfTheProviders() throws IOException {
    String source = IMPORTS + String.join("", javaBlocks().subList(0, 4));
    addJar("keyfile", "FileKeyProvider", source, "dev.sealconf.keys.spi.KeyProvider");
    Path key = work.resolve("home/.config/sealconf/keys/billing");
    Files.createDirectories(key.getParent());
    Files.writeString(key, "0123456789abcdef".repeat(4));
    Files.writeString(work.resolve(".sops.yaml"), "creation_rules: [{keyfile: billing}]\n");
    runs(world(), "encrypt", "-i", "a.yaml");

    assertThat(work.resolve("a.yaml")).content().contains("keyfile:").contains("name: billing");
    assertThat(runs(world(), "decrypt", "a.yaml")).isEqualTo("a: one\n");
    Files.writeString(key, "f".repeat(64));
    assertThat(fails(128, world(), "decrypt", "a.yaml"))
        .contains("keyfile 'billing': the key file '" + key + "' holds another key")
        .contains("try: put the key into '" + key + "'");
    Files.delete(key);
    assertThat(fails(128, world(), "decrypt", "a.yaml")).contains("does not exist");
  }

  @Test
  void aFolderThatCannotBeLoadedIsNamedAndSkipped() throws IOException {
    Path jar = Files.createDirectories(folder.resolve("providers/broken")).resolve("x.jar");
    writeJar(
        jar,
        "META-INF/services/dev.sealconf.keys.spi.KeyProvider",
        "com.example.None".getBytes(StandardCharsets.UTF_8));
    addKmsClient();
    TestWorld world = world();
    runs(world, "encrypt", "--corp", uri(KEYSET), "a.yaml");

    assertThat(world.err()).contains("no provider can be loaded from").contains("broken");
  }

  @Test
  void aFolderWithTheNameOfAnotherFlagIsReported() throws IOException {
    addKmsClient("output");

    assertThat(fails(1, world(), "encrypt", "a.yaml"))
        .contains("an added provider has the same flag as another option")
        .contains("rename its folder");
    assertThat(fails(1, world(), "decrypt", "a.yaml")).contains("sops metadata not found");
  }

  private void addKmsClient() throws IOException {
    addKmsClient("corp");
  }

  private void addKmsClient(String folderName) throws IOException {
    String source = javaBlocks().get(4);
    assertThat(source).contains("implements KmsClient");
    addJar(folderName, "com.example.CorpKms", source, "com.google.crypto.tink.KmsClient");
  }

  private static List<String> javaBlocks() throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("docs/extending.md")))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  /** Compiles a class and packs it as a service of this type. */
  private void addJar(String name, String type, String source, String service) throws IOException {
    Path file = folder.resolve(type.substring(type.lastIndexOf('.') + 1) + ".java");
    Files.writeString(file, source);
    Path classes = Files.createDirectories(folder.resolve("classes-" + name));
    String classPath = System.getProperty("java.class.path");
    List<String> arguments = List.of("-cp", classPath, "-proc:none", "-d", classes.toString());
    List<String> all = new ArrayList<>(arguments);
    all.add(file.toString());
    int result =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, all.toArray(String[]::new));
    assertThat(result).as("compiled").isZero();
    Path compiled = classes.resolve(type.replace('.', '/') + ".class");
    Path jar = Files.createDirectories(folder.resolve("providers/" + name)).resolve(name + ".jar");
    writeJar(
        jar,
        "META-INF/services/" + service,
        type.getBytes(StandardCharsets.UTF_8),
        classes.relativize(compiled).toString(),
        Files.readAllBytes(compiled));
  }

  private static void writeJar(Path jar, Object... namesAndContents) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        out.putNextEntry(new JarEntry((String) namesAndContents[i]));
        out.write((byte[]) namesAndContents[i + 1]);
        out.closeEntry();
      }
    }
  }

  private static String uri(String keyset) {
    return "corp-kms://" + Path.of(keyset).toAbsolutePath();
  }

  private TestWorld world() {
    return TestWorld.in(work).with("SEALCONF_PROVIDERS", folder.resolve("providers").toString());
  }

  private static String runs(TestWorld world, String... words) {
    int exit = CommandLines.run(world.world(), "sealconf", List.of(words));
    assertThat(exit).as(world.err()).isZero();
    return world.out();
  }

  private static String fails(int code, TestWorld world, String... words) {
    int exit = CommandLines.run(world.world(), "sealconf", List.of(words));
    assertThat(exit).as(world.err()).isEqualTo(code);
    return world.err();
  }
}
