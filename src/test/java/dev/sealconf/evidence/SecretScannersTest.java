package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secret scanners find secrets in plain files, and nothing in the same files once encrypted. */
class SecretScannersTest {
  private static final List<String> FORMATS = List.of("yaml", "json", "env", "ini");
  private static final Path CORPUS = Path.of("testdata/corpus");
  private static final int LEAKS = 9;

  @TempDir Path folder;
  private Path plain;
  private Path encrypted;

  /** What a scanner left. */
  private record Result(int exit, String out) {}

  @BeforeEach
  void encrypt() throws IOException {
    plain = Files.createDirectory(folder.resolve("plain"));
    encrypted = Files.createDirectory(folder.resolve("encrypted"));
    for (String format : FORMATS) {
      write("secrets." + format, secrets(format));
      try (Stream<Path> files = Files.list(CORPUS.resolve(format))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          write(file.getFileName().toString(), Files.readAllBytes(file));
        }
      }
    }
    try (Stream<Path> files = Files.list(encrypted)) {
      assertThat(files.count()).isGreaterThan(150);
    }
  }

  /** Some files of the corpus can only be encrypted with more flags. */
  private void write(String name, byte[] bytes) throws IOException {
    Path file = Files.write(encrypted.resolve(name), bytes);
    int exit =
        CommandLines.run(
            TestWorld.in(encrypted).world(),
            "sealconf",
            List.of("encrypt", "--age", TestKeys.RECIPIENT, "-i", name));
    if (exit == 0) {
      Files.write(plain.resolve(name), bytes);
    } else {
      Files.delete(file);
    }
  }

  /** Secrets in well-known forms, put together here so that this file has none. */
  private static byte[] secrets(String format) {
    String token = "ghp" + "_16C7e42F292c6912E7710c838347Ae178B4a";
    String aws = "AKIA" + "Z7NQ3KXP5RTWYHVD";
    String text =
        switch (format) {
          case "yaml" -> "github_token: %s\naws_access_key_id: %s\n";
          case "json" -> "{\"github_token\": \"%s\", \"aws_access_key_id\": \"%s\"}\n";
          case "ini" -> "[aws]\ngithub_token = %s\naws_access_key_id = %s\n";
          default -> "GITHUB_TOKEN=%s\nAWS_ACCESS_KEY_ID=%s\n";
        };
    return text.formatted(token, aws).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void gitleaksFindsNothingInEncryptedFiles() throws IOException, InterruptedException {
    String program = Peers.GITLEAKS.path().toString();
    List<String> command = List.of(program, "dir", "--no-banner", "--exit-code=" + LEAKS, ".");
    assertThat(run(plain, command).exit()).isEqualTo(LEAKS);
    Result result = run(encrypted, command);
    assertThat(result.exit()).as(result.out()).isZero();
  }

  @Test
  void detectSecretsFindsNothingWithTheDocumentedAllowList()
      throws IOException, InterruptedException {
    String program = Peers.DETECT_SECRETS.path().toString();
    List<String> command = List.of(program, "scan", "--exclude-lines", documented());
    assertThat(run(plain, with(command, "secrets.env")).out()).contains("\"hashed_secret\"");
    assertThat(run(encrypted, with(command, "--all-files", ".")).out())
        .contains("\"results\": {}")
        .doesNotContain("\"hashed_secret\"");
  }

  private static List<String> with(List<String> command, String... more) {
    return Stream.concat(command.stream(), Stream.of(more)).toList();
  }

  private static String documented() throws IOException {
    Matcher matcher =
        Pattern.compile("detect-secrets scan --exclude-lines \\\\\\s+'(.*)'")
            .matcher(Files.readString(Path.of("docs/git-verify.md")));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private Result run(Path where, List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
    builder.environment().put("HOME", folder.toString());
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), out);
  }
}
