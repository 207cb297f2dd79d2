package dev.sealconf.git.guard.read;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.git.repository.GitProgram;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.World;
import dev.sealconf.io.process.Subprocess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Runs git's plumbing at the top of the work tree, without the hooks that even plumbing starts when
 * it writes an index. Texts have one character for each byte (ISO 8859-1).
 */
public final class Plumbing {
  private static final byte[] NOTHING = {};

  private final Repository repository;
  private final World world;

  /** Runs git in this repository. */
  public Plumbing(Repository repository) {
    this(repository, repository.world());
  }

  private Plumbing(Repository repository, World world) {
    this.repository = repository;
    this.world = world;
  }

  /** Returns the same with another index. */
  public Plumbing withIndex(Path index) {
    return new Plumbing(repository, world.with("GIT_INDEX_FILE", index.toString()));
  }

  /**
   * Returns what git prints, given a text.
   *
   * @throws MachineFailure if git fails
   */
  public String output(String input, String... arguments) {
    Subprocess.Result result = run(input, arguments);
    if (result.status() != 0) {
      throw new MachineFailure("git " + arguments[0] + " failed with exit code " + result.status());
    }
    return new String(result.out(), StandardCharsets.ISO_8859_1);
  }

  /** Returns what git prints without input; empty if git fails. */
  public Optional<String> tryOutput(String... arguments) {
    Subprocess.Result result = run("", arguments);
    return result.status() == 0
        ? Optional.of(new String(result.out(), StandardCharsets.ISO_8859_1))
        : Optional.empty();
  }

  private Subprocess.Result run(String input, String... arguments) {
    List<String> all = new ArrayList<>();
    if (repository.hasWorkTree()) {
      all.addAll(List.of("-C", repository.top().toString()));
    }
    all.addAll(List.of("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"));
    all.addAll(Arrays.asList(arguments));
    byte[] bytes = input.isEmpty() ? NOTHING : input.getBytes(StandardCharsets.ISO_8859_1);
    return new GitProgram(world).run(bytes, all);
  }

  /** Returns the parts of a text, each ended by a zero byte. */
  public static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0', start)) {
      parts.add(text.substring(start, end));
      start = end + 1;
    }
    return parts;
  }
}
