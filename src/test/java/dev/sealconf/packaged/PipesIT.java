package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Input and keys that come through pipes, and streams that are closed, on every Java there is. */
class PipesIT {
  private static final String SEALED =
      "printf 'a: b\\n"
          + "' >x.yaml; sealconf encrypt -i x.yaml; as='--input-type yaml --output-type yaml'";

  @TempDir Path root;
  private Packaged sealconf;
  private Path folder;

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectory(root.toRealPath().resolve("work"));
    sealconf = new Packaged(folder).withKey();
  }

  static Stream<Path> javas() {
    return Javas.all();
  }

  @ParameterizedTest
  @MethodSource("javas")
  void readsInputFromEveryKindOfPipe(Path java) throws Exception {
    Result result =
        script(
            java,
            SEALED,
            "cat x.yaml | sealconf decrypt $as",
            "cat x.yaml | sealconf decrypt $as -",
            "cat x.yaml | sealconf decrypt $as /dev/stdin",
            "cat x.yaml | sealconf -d $as /proc/self/fd/0",
            "sealconf decrypt $as <(cat x.yaml)",
            "sealconf decrypt $as <x.yaml; sealconf decrypt $as /dev/stdin <x.yaml",
            "mkfifo fifo; cat x.yaml >fifo & sealconf decrypt $as fifo");
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEqualTo("a: b\n".repeat(8));
  }

  @ParameterizedTest
  @MethodSource("javas")
  void readsInputAndValuesFromPipes(Path java) throws Exception {
    Result result =
        script(
            java,
            SEALED,
            "printf 'c: d\\n' | sealconf encrypt --filename-override p.yaml >p.yaml",
            "sealconf decrypt p.yaml",
            "head -c 300000 /dev/zero | sealconf encrypt --input-type binary --filename-override z"
                + " >z",
            "sealconf decrypt --input-type binary z | wc -c",
            "echo '\"1\"' | sealconf set --value-stdin x.yaml '[\"a\"]'; sealconf decrypt x.yaml",
            "sealconf set --value-file x.yaml '[\"a\"]' <(echo '\"2\"'); sealconf decrypt x.yaml",
            "echo '\"3\"' | sealconf set --value-file x.yaml '[\"a\"]' /dev/stdin",
            "sealconf decrypt x.yaml");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("c: d\n300000\na: \"1\"\na: \"2\"\na: \"3\"\n");
  }

  @ParameterizedTest
  @MethodSource("javas")
  void readsAPipeOfKeysOnceForAllFilesAndRecipients(Path java) throws Exception {
    Result result =
        script(
            java,
            SEALED,
            "mkdir d; for f in 1 2 3; do cp x.yaml d/$f.yaml; done; cp -r d e",
            "key() { echo \"$key\"; }; key=$SOPS_AGE_KEY; unset SOPS_AGE_KEY",
            "SOPS_AGE_KEY_FILE=<(key) sealconf decrypt x.yaml",
            "key | SOPS_AGE_KEY_FILE=/dev/stdin sealconf decrypt x.yaml",
            "SOPS_AGE_KEY_FILE=<(key) sealconf decrypt -i d; cat d/*",
            "key | SOPS_AGE_KEY_FILE=/dev/fd/0 sealconf decrypt -i e/1.yaml e/2.yaml; cat e/[12]*",
            "mkfifo fifo; key >fifo & SOPS_AGE_KEY_FILE=fifo sealconf decrypt x.yaml");
    assertThat(result.err()).doesNotContain("error").doesNotContain("warning");
    assertThat(result.out()).isEqualTo("a: b\n".repeat(8));
  }

  @ParameterizedTest
  @MethodSource("javas")
  void readsOtherKeysAndSettingsFromPipes(Path java) throws Exception {
    Result result =
        script(
            java,
            "cp '" + Path.of("testdata/keys").toAbsolutePath() + "'/ssh-ed25519* .",
            "printf 'a: b\\n' >x.yaml",
            "sealconf encrypt --config <(printf 'creation_rules:\\n  - age: %s\\n'"
                + " \"$(cat ssh-ed25519.pub)\") -i x.yaml",
            "SOPS_AGE_SSH_PRIVATE_KEY_FILE=<(cat ssh-ed25519) sealconf decrypt x.yaml");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("a: b\n");
  }

  @ParameterizedTest
  @MethodSource("javas")
  void aClosedInputIsNotReplacedByAFileOfJava(Path java) throws Exception {
    Result result =
        script(
            java,
            SEALED,
            "fails() { if \"$@\" >out; then exit 9; fi; [ ! -s out ]; }",
            "fails sealconf decrypt $as <&-",
            "fails sealconf decrypt $as - <&-",
            "fails sealconf decrypt $as /dev/stdin <&-",
            "fails sealconf encrypt --input-type binary --filename-override z <&-",
            "fails sealconf set --value-stdin x.yaml '[\"a\"]' <&-",
            "sealconf decrypt x.yaml <&-");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEqualTo("a: b\n");
    assertThat(result.err().lines())
        .hasSize(5)
        .allMatch(
            line ->
                line.equals("sealconf: error: standard input can't be read")
                    || line.equals("sealconf: error: the device failed to read '/dev/stdin'"));
  }

  @ParameterizedTest
  @MethodSource("javas")
  void aClosedOutputIsNotReplacedByAFileOfJava(Path java) throws Exception {
    Result result =
        script(
            java,
            SEALED,
            "sealconf decrypt x.yaml >&- && exit 9",
            "sealconf decrypt x.yaml <&- >&- && exit 9",
            "sealconf decrypt x.yaml 2>&-",
            "sealconf decrypt no.yaml 2>&- && exit 9",
            "sealconf decrypt no.yaml <&- 2>&- && exit 9",
            "sealconf decrypt -i x.yaml <&- >&- 2>&-",
            "cat x.yaml");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEqualTo("a: b\n".repeat(2));
    assertThat(result.err()).contains("standard output can't be written").doesNotContain("no.yaml");
  }

  /** Runs lines of bash until one fails; the program is on the PATH. */
  private Result script(Path java, String... lines) throws Exception {
    return sealconf
        .with("JAVA_HOME", java.toString())
        .bash("set -e; set -o pipefail\n" + String.join("\n", lines));
  }
}
