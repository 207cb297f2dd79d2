package dev.sealconf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only a process of its own can show: its streams and its exit code. */
class MainTest {
  private static ProcessBuilder sealconf(String... args) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            java, "-cp", System.getProperty("java.class.path"), "-XX:TieredStopAtLevel=1");
    builder.command().add("dev.sealconf.Main");
    builder.command().addAll(List.of(args));
    return builder;
  }

  private static String errors(Process process) throws IOException {
    try (InputStream stream = process.getErrorStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void exitsWithTheCodeOfTheCommand() throws Exception {
    Process process = sealconf("decrypt", "--bogus").start();
    assertThat(errors(process)).startsWith("sealconf: error: unknown flag '--bogus'");
    assertThat(process.waitFor()).isEqualTo(1);
  }

  @Test
  void endsQuietlyWhenNoOneReadsItsOutput() throws Exception {
    Process process = sealconf("help").start();
    process.getInputStream().close();
    assertThat(errors(process)).isEmpty();
    assertThat(process.waitFor()).isEqualTo(141);
  }

  @Test
  void failsWhenItsOutputCannotBeWritten() throws Exception {
    Process process = sealconf("help").redirectOutput(new File("/dev/full")).start();
    assertThat(errors(process)).startsWith("sealconf: error: standard output can't be written");
    assertThat(process.waitFor()).isEqualTo(3);
  }

  @Test
  void answersInTheWordsOfSopsWhenStartedByItsName() throws Exception {
    ProcessBuilder builder = sealconf("--version");
    builder.command().add(1, "-Dsealconf.as=sops");
    Process process = builder.start();
    assertThat(process.getInputStream().readAllBytes()).asString().isEqualTo("sops 3.13.3\n");
    assertThat(process.waitFor()).isZero();
  }
}
