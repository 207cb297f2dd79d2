package dev.sealconf.git.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.error.ConfigFailure;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.git.repository.GitProgram;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The filter without git's protocol, in a real repository; each call is a run of its own. */
class BlobFilterTest {
  private static final String IDENTITY =
      "AGE-SECRET-KEY-1G0Q5K9TV4REQ3ZSQRMTMG8NSWQGYT0T7TZ33RAZEE0GZYVZN0APSU24RK7";
  private static final String RECIPIENT =
      "age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun";
  private static final GitPath YAML = GitPath.of("a.yaml");
  private static final byte[] TEXT = bytes("a: one\nb: two # three\n");

  @TempDir private Path folder;
  private TestWorld world;
  private long runs;

  @BeforeEach
  void createRepository() throws IOException {
    world = world();
    new GitProgram(world.world()).output("init", "-q");
    Files.writeString(
        folder.resolve(".sops.yaml"), "creation_rules:\n  - age: " + RECIPIENT + "\n");
  }

  private TestWorld world() {
    return TestWorld.in(folder)
        .with("PATH", System.getenv("PATH"))
        .with("GIT_CONFIG_NOSYSTEM", "1")
        .with("SOPS_AGE_KEY", IDENTITY);
  }

  @Test
  void aNewFileGivesTheSameBlobInEachRun() {
    byte[] blob = clean(YAML, TEXT);
    assertThat(text(blob)).contains("ENC[").doesNotContain("one", "two", "three");
    assertThat(clean(YAML, TEXT)).isEqualTo(blob);
    assertThat(smudge(YAML, blob)).isEqualTo(TEXT);
  }

  @Test
  void valuesThatStayedKeepTheirTokens() {
    byte[] blob = staged(YAML, TEXT);
    byte[] next = clean(YAML, bytes("a: one\nb: changed # three\n"));
    assertThat(text(next)).contains(line(blob, "a: ")).doesNotContain(line(blob, "b: "));
    assertThat(clean(YAML, bytes("a: one\nb: changed # three\n"))).isEqualTo(next);
  }

  @Test
  void theStagedBlobIsTakenWithoutAKey() {
    byte[] blob = staged(YAML, TEXT);
    world.without("SOPS_AGE_KEY");
    assertThat(clean(YAML, TEXT)).isEqualTo(blob);
    assertThat(world.err()).isEmpty();
  }

  @Test
  void theCacheMayBeDamagedInAnyWay() throws IOException {
    byte[] blob = staged(YAML, TEXT);
    byte[] changed = bytes("a: other\nb: two # three\n");
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      damage(random);
      assertThat(clean(YAML, TEXT)).isEqualTo(blob);
      byte[] next = clean(YAML, changed);
      assertThat(text(next)).contains("ENC[").doesNotContain("other");
      assertThat(smudge(YAML, next)).isEqualTo(changed);
    }
  }

  private void damage(Random random) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(".git/sealconf"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        switch (random.nextInt(4)) {
          case 0 -> Files.delete(file);
          case 1 -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
          case 2 -> {
            random.nextBytes(bytes);
            Files.write(file, bytes);
          }
          default -> {
            if (bytes.length > 0) {
              bytes[random.nextInt(bytes.length)] ^= 1;
              Files.write(file, bytes);
            }
          }
        }
      }
    }
  }

  @Test
  void aMovedFileKeepsItsBlob() {
    byte[] blob = staged(YAML, TEXT);
    assertThat(clean(GitPath.of("moved.yaml"), TEXT)).isEqualTo(blob);
  }

  @Test
  void anEncryptedFilePassesAsItIs() {
    byte[] blob = clean(YAML, TEXT);
    assertThat(clean(GitPath.of("b.yaml"), blob)).isEqualTo(blob);
  }

  @Test
  void aPlaintextValueInAnEncryptedFileNeverPasses() {
    String blob = text(clean(YAML, TEXT));
    String forged = blob.replaceFirst("a: ENC\\[[^\\n]*", "a: secret9");
    byte[] stored = clean(GitPath.of("b.yaml"), bytes(forged));
    assertThat(text(stored)).contains("__sealconf_raw_").doesNotContain("secret9");
    assertThat(smudge(GitPath.of("b.yaml"), stored)).isEqualTo(bytes(forged));
  }

  @Test
  void aPlaintextCommentInAnEncryptedFileNeverPasses() {
    String forged = "# was secret9\n" + text(clean(YAML, TEXT));
    byte[] stored = clean(GitPath.of("b.yaml"), bytes(forged));
    assertThat(text(stored)).contains("__sealconf_raw_").doesNotContain("secret9");
    assertThat(smudge(GitPath.of("b.yaml"), stored)).isEqualTo(bytes(forged));
  }

  @Test
  void aTextThatIsNotInItsFormatIsEncryptedWhole() {
    for (String name : new String[] {"a.yaml", "a.json", "a.env", "a.ini"}) {
      GitPath path = GitPath.of(name);
      byte[] broken = bytes("<<<<<<< ours\nk = \"one\n=======\n{\n>>>>>>> theirs\n");
      byte[] stored = clean(path, broken);
      assertThat(text(stored)).contains("__sealconf_raw_conflict").doesNotContain("one");
      assertThat(smudge(path, stored)).isEqualTo(broken);
      assertThat(clean(path, broken)).isEqualTo(stored);
    }
  }

  @Test
  void commentsAloneAreEncryptedWhole() {
    byte[] comments = bytes("# nothing yet\n");
    byte[] stored = clean(YAML, comments);
    assertThat(text(stored)).contains("__sealconf_raw_whole").doesNotContain("nothing");
    assertThat(smudge(YAML, stored)).isEqualTo(comments);
  }

  @Test
  void anEmptyFileStaysEmpty() {
    assertThat(clean(YAML, new byte[0])).isEmpty();
    assertThat(smudge(YAML, new byte[0])).isEmpty();
  }

  @Test
  void withoutAKeyABlobStaysAsItIsAndOneLineSaysSo() {
    byte[] blob = clean(YAML, TEXT);
    world = world().without("SOPS_AGE_KEY");
    try (Session session = new Session(world.world());
        BlobFilter filter = filter(session)) {
      for (int i = 0; i < 3; i++) {
        assertThat(filter.smudge(GitPath.of(i + ".yaml"), blob, Optional.empty())).isEqualTo(blob);
      }
    }
    assertThat(world.err()).containsOnlyOnce("'0.yaml' stays encrypted").contains("2 more");
  }

  @Test
  void aNewFileWithoutARuleIsRefused() throws IOException {
    Files.writeString(
        folder.resolve(".sops.yaml"),
        "creation_rules:\n  - path_regex: x\n    age: " + RECIPIENT + "\n");
    assertThatThrownBy(() -> clean(YAML, TEXT)).isInstanceOf(ConfigFailure.NoMatchingRule.class);
  }

  @Test
  void aKeyThatWasReplacedNeverComesBack() {
    byte[] before = staged(YAML, TEXT);
    byte[] changed = bytes("a: new\nb: two # three\n");
    clean(YAML, changed);
    byte[] rotated = run("rotate", before);
    stage(YAML, rotated);
    byte[] next = clean(YAML, changed);
    assertThat(text(next)).contains(line(rotated, "b: ")).doesNotContain(line(before, "b: "));
  }

  private byte[] run(String verb, byte[] blob) {
    try {
      Path file = folder.resolve("rotated.yaml");
      Files.write(file, blob);
      int code = CommandLines.run(fresh(), "sealconf", List.of(verb, "-i", file.toString()));
      assertThat(code).isZero();
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] staged(GitPath path, byte[] work) {
    byte[] blob = clean(path, work);
    stage(path, blob);
    return blob;
  }

  private void stage(GitPath path, byte[] blob) {
    GitProgram git = new GitProgram(world.world());
    String object =
        text(git.run(blob, List.of("hash-object", "-w", "--stdin", "--no-filters")).out()).strip();
    git.output("update-index", "--add", "--cacheinfo", "100644," + object + "," + path.text());
  }

  /** A world with other random bytes than the one before. */
  private World fresh() {
    return world.seeded(++runs).world();
  }

  private static BlobFilter filter(Session session) {
    return new BlobFilter(session, Overrides.NONE, Repository.of(session.world()));
  }

  private byte[] clean(GitPath path, byte[] work) {
    try (Session session = new Session(fresh());
        BlobFilter filter = filter(session)) {
      return filter.clean(path, work);
    }
  }

  private byte[] smudge(GitPath path, byte[] stored) {
    try (Session session = new Session(fresh());
        BlobFilter filter = filter(session)) {
      return filter.smudge(path, stored, Optional.empty());
    }
  }

  private static String line(byte[] blob, String start) {
    return text(blob).lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
