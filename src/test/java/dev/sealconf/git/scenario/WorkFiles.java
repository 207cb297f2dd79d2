package dev.sealconf.git.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

/** The protected files of a work tree, as a person who works on them sees and changes them. */
final class WorkFiles {
  private final Sandbox sandbox;
  private final Scenario.Mode mode;
  private Instant touched = Instant.parse("2026-01-02T03:04:05Z");

  WorkFiles(Sandbox sandbox, Scenario.Mode mode) {
    this.sandbox = sandbox;
    this.mode = mode;
  }

  /** Writes a file in the form that the mode wants. */
  void write(Path file, Map<String, String> values) throws IOException {
    if (mode == Scenario.Mode.SEALED) {
      writeSealed(file, values);
    } else {
      writePlain(file, values);
    }
  }

  void writePlain(Path file, Map<String, String> values) throws IOException {
    Files.write(file, plain(file, values));
  }

  /** Writes a file encrypted; values that the file had already keep their tokens. */
  void writeSealed(Path file, Map<String, String> values) throws IOException {
    Path outside = Files.createDirectories(sandbox.root().resolve("drafts"));
    Path draft = outside.resolve(file.getFileName());
    Files.write(draft, plain(file, values));
    sandbox
        .sealconf(
            outside,
            "encrypt",
            "--reuse",
            "--age",
            Sandbox.recipient("age-1"),
            "--output",
            file.toString(),
            draft.toString())
        .expectOk();
    Files.delete(draft);
  }

  private static byte[] plain(Path file, Map<String, String> values) {
    return Kind.of(file.toString()).text(values);
  }

  /** Fails unless the file holds these values and nothing else, in the form of the mode. */
  void requireHolds(Path file, Map<String, String> values) throws IOException {
    byte[] content = Files.readAllBytes(file);
    if (mode == Scenario.Mode.SEALED) {
      assertThat(SecretScan.isSealed(content)).as("%s is encrypted", file).isTrue();
      content = sandbox.sealconf(file.getParent(), "decrypt", file.toString()).expectOk().bytes();
    }
    assertThat(new String(content, StandardCharsets.UTF_8))
        .isEqualTo(new String(plain(file, values), StandardCharsets.UTF_8));
  }

  /** Gives the file another time, so that git has to read it. */
  void touch(Path file) throws IOException {
    touched = touched.plusSeconds(1);
    Files.setLastModifiedTime(file, FileTime.from(touched));
  }

  boolean isSealed(Path file) throws IOException {
    return SecretScan.isSealed(Files.readAllBytes(file));
  }

  String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
