package dev.sealconf.git.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code sealconf diff} and {@code git textconv} say in a repository of real git. */
class RevisionsTest {
  private static final Path KEY = Path.of("testdata/keys/age-1.txt").toAbsolutePath();

  @TempDir Path root;
  private Path folder;
  private int seed;

  @BeforeEach
  void commitTwoVersions() throws Exception {
    folder = Files.createDirectory(root.toRealPath().resolve("work"));
    String recipient =
        Files.readString(KEY).lines().filter(l -> l.contains("public key: ")).findFirst().get();
    write(
        ".sops.yaml",
        "creation_rules:\n- encrypted_regex: ^password\n  age: "
            + recipient.substring(recipient.indexOf("age1"))
            + "\n");
    write("a/s.yaml", "user: app\npassword: hunter2\n");
    write("note.txt", "hunter9\n");
    git("init", "-q", ".");
    sealconf("encrypt", "-i", "a/s.yaml");
    commit("one");
    sealconf("set", "a/s.yaml", "[\"password\"]", "\"hunter3\"");
    write("note.txt", "hunter8\n");
    commit("two");
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private void commit(String message) throws Exception {
    git("add", ".");
    git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", message);
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment());
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
  }

  private Map<String, String> environment() {
    String home = root.resolve("home").toString();
    return Map.of(
        "HOME",
        home,
        "GIT_CONFIG_GLOBAL",
        home + "/gitconfig",
        "GIT_CONFIG_NOSYSTEM",
        "1",
        "PATH",
        System.getenv("PATH"));
  }

  /** What the program prints; it ends with 0. */
  private String sealconf(String... arguments) {
    return in(folder, arguments);
  }

  private String in(Path directory, String... arguments) {
    TestWorld world = TestWorld.in(directory).seeded(++seed);
    environment().forEach(world::with);
    world.with("SOPS_AGE_KEY_FILE", KEY.toString());
    int code = CommandLines.run(world.world(), "sealconf", List.of(arguments));
    assertThat(code).as(world.err()).isZero();
    return world.out();
  }

  @Test
  void comparesTheEncryptedFilesOfTwoRevisions() {
    String differences = sealconf("diff", "HEAD~1..HEAD");
    assertThat(differences)
        .startsWith("a/s.yaml: 1 value changed\n  changed [\"password\"]: str <hidden ")
        .doesNotContain("hunter", "note.txt");
    assertThat(sealconf("diff", "HEAD~1..", "--reveal")).contains("str hunter2 -> str hunter3");
    assertThat(sealconf("diff", "HEAD..HEAD")).isEmpty();
  }

  @Test
  void comparesARevisionWithTheWorkTree() {
    assertThat(sealconf("diff")).isEmpty();
    assertThat(sealconf("diff", "--reveal", "HEAD~1")).contains("hunter2 -> str hunter3");
    sealconf("set", "a/s.yaml", "[\"user\"]", "\"root\"");
    assertThat(sealconf("diff")).contains("changed [\"user\"]: str app -> str root");
  }

  @Test
  void knowsWhatIsSecretInADecryptedFileOfTheWorkTree() {
    sealconf("decrypt", "-i", "a/s.yaml");
    String differences = sealconf("diff", "HEAD~1", "--", "a/s.yaml");
    assertThat(differences)
        .contains("changed [\"password\"]: str <hidden ")
        .doesNotContain("hunter", "who can decrypt");
  }

  @Test
  void comparesOnlyTheNamedFiles() {
    assertThat(sealconf("diff", "HEAD~1..HEAD", "--", "note.txt"))
        .contains("note.txt: 1 value changed\n")
        .doesNotContain("hunter", "s.yaml");
    assertThat(in(folder.resolve("a"), "diff", "HEAD~1..HEAD", "--", "s.yaml"))
        .startsWith("a/s.yaml: 1 value changed");
  }

  @Test
  void showsAddedAndRemovedFiles() throws Exception {
    git("mv", "a/s.yaml", "a/t.yaml");
    commit("three");
    assertThat(sealconf("diff", "HEAD~1..HEAD"))
        .contains("a/s.yaml: file removed, 2 values removed\n")
        .contains("a/t.yaml: file added, 2 values added\n")
        .contains("    + age age1")
        .contains("    - age age1");
  }

  @Test
  void textsAndFingerprintsStayTheSameInOneClone() throws Exception {
    String first = sealconf("git", "textconv", "a/s.yaml");
    assertThat(sealconf("git", "textconv", "a/s.yaml")).isEqualTo(first);
    Path copy = Files.createDirectory(root.resolve("other"));
    Files.copy(folder.resolve("a/s.yaml"), copy.resolve("s.yaml"));
    ProcessBuilder other = new ProcessBuilder("git", "init", "-q", ".").directory(copy.toFile());
    assertThat(other.start().waitFor()).isZero();
    assertThat(in(copy, "git", "textconv", "s.yaml")).isNotEqualTo(first);
  }

  /** git names the decrypted file of an old version by its last name, in a temporary folder. */
  @Test
  void masksWhatTheStoredFileEncryptsInADecryptedOne() throws Exception {
    Path temporary = Files.createDirectory(root.resolve("git-blob-x"));
    Path plain = temporary.resolve("s.yaml");
    Files.writeString(plain, "user: app\npassword: hunter2\n");
    assertThat(sealconf("git", "textconv", plain.toString()))
        .matches("user: app\npassword: <hidden [0-9a-f]{8}>\n");
    Path unknown = temporary.resolve("u.yaml");
    Files.move(plain, unknown);
    assertThat(sealconf("git", "textconv", unknown.toString())).doesNotContain("app", "hunter");
  }
}
