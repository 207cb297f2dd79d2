package dev.sealconf.git.repository;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.process.PipedProgram;
import dev.sealconf.io.process.Subprocess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Runs git. Its environment is that of this run, so that {@code GIT_DIR} and {@code GIT_INDEX_FILE}
 * mean what the caller's git says they mean; git takes no optional locks, asks no questions and
 * fetches no missing objects.
 */
public final class GitProgram {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** A list of a million files has about 100 MiB. */
  private static final int MOST_OUTPUT = 512 << 20;

  private static final Map<String, String> ADDITIONS =
      Map.of(
          "GIT_OPTIONAL_LOCKS", "0",
          "GIT_TERMINAL_PROMPT", "0",
          "GIT_NO_LAZY_FETCH", "1",
          "GIT_NO_REPLACE_OBJECTS", "1",
          "GIT_LITERAL_PATHSPECS", "1",
          "LC_MESSAGES", "C");

  private final World world;

  /** Runs git in the working directory of this world. */
  public GitProgram(World world) {
    this.world = world;
  }

  /**
   * Returns how git ends.
   *
   * @param input its standard input
   * @param arguments without {@code git}
   * @throws MachineFailure if git can't be started
   */
  public Subprocess.Result run(byte[] input, List<String> arguments) {
    return new Subprocess(world, PATIENCE, MOST_OUTPUT)
        .exchange(command(arguments), ADDITIONS, input);
  }

  /**
   * Returns what git prints.
   *
   * @param arguments without {@code git}
   * @throws MachineFailure if git can't be started, or fails
   */
  public byte[] output(String... arguments) {
    return output(Arrays.asList(arguments));
  }

  /** Returns the same for a list. */
  public byte[] output(List<String> arguments) {
    Subprocess.Result result = run(new byte[0], arguments);
    if (result.status() != 0) {
      throw failed(arguments, result);
    }
    return result.out();
  }

  /** Returns the failure that says which command of git failed. */
  static SealconfException failed(List<String> arguments, Subprocess.Result result) {
    int command = 0;
    while (arguments.get(command).equalsIgnoreCase("-c")) {
      command += 2; // a folder, or a setting
    }
    return new MachineFailure(
        "git " + arguments.get(command) + " failed with exit code " + result.status());
  }

  /** Returns what git prints, as text in UTF-8 without the line break at its end. */
  public String line(String... arguments) {
    return new String(output(arguments), StandardCharsets.UTF_8).stripTrailing();
  }

  /** Starts a git command that answers one request after another. */
  PipedProgram start(List<String> arguments) {
    return PipedProgram.start(world, command(arguments), ADDITIONS);
  }

  private static List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add("git");
    command.addAll(arguments);
    return command;
  }
}
