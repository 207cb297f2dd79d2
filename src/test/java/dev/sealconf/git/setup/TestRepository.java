package dev.sealconf.git.setup;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.git.scenario.OtherGit;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A repository of the real git, in which sealconf runs in this process. Home, and git's global
 * settings, are the test's own.
 */
public final class TestRepository {
  /** The first of the test identities that the SOPS project publishes. */
  public static final String IDENTITY =
      "AGE-SECRET-KEY-1G0Q5K9TV4REQ3ZSQRMTMG8NSWQGYT0T7TZ33RAZEE0GZYVZN0APSU24RK7";

  private static final String RECIPIENT =
      "age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun";

  private final Path top;
  private final Map<String, String> environment = new HashMap<>();

  /** How a program ended. */
  public record Result(int exit, String out, String err) {}

  private TestRepository(Path top, Path home) {
    this.top = top;
    environment.put("HOME", home.toString());
    environment.put("PATH", OtherGit.path());
    environment.put("GIT_CONFIG_GLOBAL", home.resolve("gitconfig").toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("TMPDIR", home.toString());
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + who + "_NAME", "Ada");
      environment.put("GIT_" + who + "_EMAIL", "ada@example.com");
    }
  }

  /** A new repository in a folder with a blank in its name; home is beside it. */
  public static TestRepository in(Path folder) throws IOException {
    Path top = Files.createDirectories(folder.resolve("the repository")).toRealPath();
    Path home = Files.createDirectories(folder.resolve("home"));
    TestRepository made = new TestRepository(top, home);
    made.git("init", "--quiet", "--initial-branch=main");
    return made;
  }

  /** The same user in another folder. */
  public TestRepository at(Path folder) {
    TestRepository other = new TestRepository(folder, Path.of(environment.get("HOME")));
    other.environment.putAll(environment);
    return other;
  }

  public TestRepository with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Encrypts for this recipient by a rule with this path. */
  public TestRepository withRule(String pathRegex) throws IOException {
    return write(
        ".sops.yaml",
        "creation_rules:\n  - path_regex: " + pathRegex + "\n    age: " + RECIPIENT + "\n");
  }

  public Path top() {
    return top;
  }

  public TestRepository write(String file, String text) throws IOException {
    Path path = top.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return this;
  }

  public String text(String file) throws IOException {
    return Files.readString(top.resolve(file));
  }

  /** What git prints; a test fails if git does. */
  public String git(String... arguments) {
    Result result = tryGit(arguments);
    if (result.exit() != 0) {
      throw new AssertionError(String.join(" ", arguments) + "\n" + result);
    }
    return result.out();
  }

  /** Runs git. */
  public Result tryGit(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile(Path.of(environment.get("HOME")), "out", "");
      Path err = Files.createTempFile(Path.of(environment.get("HOME")), "err", "");
      ProcessBuilder builder = new ProcessBuilder(command).directory(top.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      process.getOutputStream().close();
      return new Result(process.waitFor(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Runs sealconf. */
  public Result sealconf(String... arguments) {
    TestWorld world = TestWorld.in(top);
    environment.forEach(world::with);
    int exit = CommandLines.run(world.world(), "sealconf", List.of(arguments));
    return new Result(exit, new String(world.outBytes(), StandardCharsets.UTF_8), world.err());
  }
}
