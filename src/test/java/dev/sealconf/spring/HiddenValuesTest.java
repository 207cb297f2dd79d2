package dev.sealconf.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Sealconf;
import dev.sealconf.SealconfOptions;
import dev.sealconf.library.Keys;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program prints that doesn't start because a value doesn't fit, at Spring's log levels. */
class HiddenValuesTest {
  private static final String MARKER = "MARKER";

  @TempDir private Path folder;

  @BeforeEach
  void writeTheKey() throws IOException {
    new Keys(folder);
    Files.writeString(folder.resolve("keys.txt"), Keys.IDENTITY + "\n");
  }

  @Test
  void aValueThatCannotBeBound() throws Exception {
    assertThat(printed("bound", "secrets.yaml", "db:\n  port: MARKERport\n"))
        .contains("Property: db.port", "Origin: sealconf:", "secrets.yaml", "java.lang.Integer")
        .doesNotContain(MARKER);
  }

  @Test
  void theDebugLogHidesTheValueToo() throws Exception {
    assertThat(
            printed(
                "bound", "secrets.yaml", "db:\n  port: MARKERport\n", "--logging.level.root=DEBUG"))
        .contains("Application failed to start due to an exception")
        .doesNotContain(MARKER);
  }

  @Test
  void aVariableThatCannotBeBound() throws Exception {
    assertThat(printed("bound", "secrets.env", "DB_PORT=MARKERport\n"))
        .contains("Property: db.port", "secrets.env", "java.lang.Integer")
        .doesNotContain(MARKER);
  }

  @Test
  void aPlaceholderForAValueThatCannotBeBound() throws Exception {
    assertThat(printed("bound", "a.yaml", "x: MARKERport\n", "--db.size=${x}"))
        .contains("Property: db.size", "java.lang.Integer")
        .doesNotContain(MARKER);
  }

  @Test
  void aSettingOfSpringItself() throws Exception {
    assertThat(printed("bound", "a.yaml", "spring.main.web-application-type: MARKERtype\n"))
        .contains("Property: spring.main.web-application-type", "a.yaml")
        .doesNotContain(MARKER);
  }

  @Test
  void aValueThatNoPropertyDeclares() throws Exception {
    assertThat(printed("complete", "secrets.yaml", "db:\n  host: h\n  other: MARKERother\n"))
        .contains("Property: db.other", "secrets.yaml")
        .doesNotContain(MARKER);
  }

  @Test
  void aValueThatIsNotValid() throws Exception {
    assertThat(printed("validated", "secrets.yaml", "db:\n  host: MARKERhost\n"))
        .contains("Property: db.host", "secrets.yaml", "must be in example.com")
        .doesNotContain(MARKER);
  }

  @Test
  void aValueThatCannotBeInjected() throws Exception {
    assertThat(printed("injected", "secrets.yaml", "db:\n  port: MARKERport\n"))
        .contains("the value of @Value(\"${db.port}\") can't be converted to int", "Action:")
        .doesNotContain(MARKER);
  }

  @Test
  void aPlaceholderInAValueThatCannotBeReplaced() throws Exception {
    assertThat(printed("strict", "secrets.yaml", "db:\n  password: MARKER${MARKERnone}x\n"))
        .contains("@Value(\"${db.password}\") contains a placeholder", "the value of db.password")
        .doesNotContain(MARKER);
  }

  @Test
  void aMissingPropertyIsStillNamed() throws Exception {
    assertThat(printed("strict", "secrets.yaml", "db:\n  user: MARKERuser\n"))
        .contains("Could not resolve placeholder 'db.password'")
        .doesNotContain(MARKER);
  }

  @Test
  void aValueThatTheProgramAsksFor() throws Exception {
    assertThat(printed("asked", "secrets.yaml", "db:\n  port: MARKERport\n"))
        .contains("can't be converted to java.lang.Integer", "Action:")
        .doesNotContain(MARKER);
  }

  @Test
  void aPlainValueIsShownAsSpringDoes() throws Exception {
    assertThat(printed("bound", "secrets.yaml", "x: MARKERx\n", "--db.port=plain"))
        .contains("Value: \"plain\"")
        .doesNotContain(MARKER);
  }

  @Test
  void aProgramWithoutAnImportKeepsSpringsMessage() throws Exception {
    assertThat(failing("bound", List.of("--db.port=${x}", "--x=plain")))
        .contains("Value: \"${x}\"")
        .doesNotContain("sealconf edit");
  }

  /** Starts a program that imports a file with this text; returns what {@link #failing} does. */
  private String printed(String program, String name, String text, String... more)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve(name), text);
    Sealconf.encrypt(file, SealconfOptions.DEFAULT.folder(folder));
    List<String> arguments = new ArrayList<>();
    arguments.add("--spring.config.import=sealconf:" + file);
    arguments.add("--sealconf.age-key-file=" + folder.resolve("keys.txt"));
    arguments.addAll(List.of(more));
    return failing(program, arguments);
  }

  /** Starts the program in its own process, which has to fail, and returns all that it prints. */
  private String failing(String program, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                jars(),
                FailingPrograms.class.getName(),
                program));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isEqualTo(1);
    return printed;
  }

  /** Without the jars of the tests that drop what is logged. */
  private static String jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(jar -> !jar.matches(".*/(slf4j-|commons-logging-)[^/]*"))
        .map(jar -> Path.of(jar).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
