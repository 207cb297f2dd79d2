package dev.sealconf.git.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A repository of real git, in which sealconf runs in this process. */
final class GuardedRepository {
  private static final Path KEYS = Path.of("testdata/keys").toAbsolutePath();
  private static final Pattern FINDING =
      Pattern.compile("(?m)^(?! )(\\S+?)(?::\\d+)?: ([a-z-]+): .*$");

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private byte[] input = {};

  /** What a run left. */
  record Result(int exit, String out, String err) {

    /** The findings of a report in text: path and check. */
    List<String> findings() {
      List<String> findings = new ArrayList<>();
      Matcher matcher = FINDING.matcher(out);
      while (matcher.find()) {
        findings.add(matcher.group(1) + " " + matcher.group(2));
      }
      return findings;
    }
  }

  /** An empty repository in an empty folder, with Alice's key. */
  GuardedRepository(Path parent) throws IOException {
    this.folder = Files.createDirectories(parent.resolve("repository"));
    environment.put("HOME", Files.createDirectories(parent.resolve("home")).toString());
    environment.put("PATH", System.getenv("PATH"));
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + role + "_NAME", "Alice");
      environment.put("GIT_" + role + "_EMAIL", "alice@example.com");
    }
    environment.put("SOPS_AGE_KEY", key("age-1.txt"));
    git("init", "--quiet", "--initial-branch=main");
  }

  private GuardedRepository(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment.putAll(environment);
  }

  /** The same person in another folder. */
  GuardedRepository in(Path other) {
    return new GuardedRepository(other, environment);
  }

  static String alice() {
    return recipient("age-1.txt");
  }

  static String bob() {
    return recipient("age-2.txt");
  }

  static String key(String name) {
    try {
      return Files.readString(KEYS.resolve(name), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String recipient(String name) {
    return key(name).replaceAll("(?s).*# public key: (\\S+).*", "$1");
  }

  Path folder() {
    return folder;
  }

  GuardedRepository with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  GuardedRepository withInput(String text) {
    input = text.getBytes(StandardCharsets.ISO_8859_1);
    return this;
  }

  /** A `.sops.yaml` with one rule for each of these regular expressions, for Alice. */
  GuardedRepository rules(String... expressions) {
    StringBuilder text = new StringBuilder("creation_rules:\n");
    for (String expression : expressions) {
      text.append("  - path_regex: ").append(expression).append('\n');
      text.append("    age: ").append(alice()).append('\n');
    }
    return file(".sops.yaml", text.toString());
  }

  GuardedRepository file(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  /** An encrypted file, by the rules in the work tree. */
  GuardedRepository encrypted(String path, String text) {
    file(path, text);
    Result result = run("encrypt", "-i", path);
    assertThat(result.exit()).as(result.err()).isZero();
    return this;
  }

  GuardedRepository stage() {
    git("add", "--all");
    return this;
  }

  /** Commits all files as they are, and returns the name of the commit. */
  String commit() {
    stage();
    git("commit", "--quiet", "--allow-empty", "--no-verify", "--message=a change");
    return git("rev-parse", "HEAD").strip();
  }

  Result verify(String... arguments) {
    List<String> all = new ArrayList<>(List.of("git", "verify"));
    all.addAll(Arrays.asList(arguments));
    return run(all.toArray(String[]::new));
  }

  Result run(String... arguments) {
    TestWorld world = TestWorld.in(folder).withInput(input);
    environment.forEach(world::with);
    int exit = CommandLines.run(world.world(), "sealconf", List.of(arguments));
    input = new byte[0];
    return new Result(exit, world.out(), world.err());
  }

  /** What git prints; it must succeed. Texts have one character for each byte. */
  String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of(Peers.GIT.path().toString()));
    command.addAll(Arrays.asList(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().write(input);
      process.getOutputStream().close();
      input = new byte[0];
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(process.waitFor()).as("%s: %s", command, out).isZero();
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Stages a text under any path, without a file; returns the name of the blob. */
  String stage(String mode, String path, String text) {
    String blob = withInput(text).git("hash-object", "-w", "--stdin").strip();
    withInput(mode + " " + blob + "\t" + path + "\0").git("update-index", "-z", "--index-info");
    return blob;
  }
}
