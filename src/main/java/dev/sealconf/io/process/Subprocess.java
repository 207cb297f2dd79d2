package dev.sealconf.io.process;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.SystemText;
import dev.sealconf.io.World;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs another program to get its output. Doesn't use a shell. A bare name is looked up only in the
 * absolute folders of {@code PATH}. The child gets the run's environment and working directory.
 */
public final class Subprocess {
  private static final int MOST_OUTPUT = 16 * 1024 * 1024;

  private final World world;
  private final Duration timeout;
  private final int mostOutput;

  /**
   * The result of a program.
   *
   * @param status its exit code
   * @param out what it wrote to standard output; the caller wipes it if it is a secret
   * @param errors the first 64 KiB of its standard error; untrusted, and never shown
   */
  public record Result(int status, byte[] out, String errors) {}

  /** Runs programs in this world, each with this timeout. */
  public Subprocess(World world, Duration timeout) {
    this(world, timeout, MOST_OUTPUT);
  }

  /**
   * Runs programs in this world.
   *
   * @param mostOutput how many bytes a program may print, in place of 16 MiB
   */
  public Subprocess(World world, Duration timeout, int mostOutput) {
    this.world = world;
    this.timeout = timeout;
    this.mostOutput = mostOutput;
  }

  /**
   * Runs a program and returns its standard output, at most 16 MiB. Its standard input is empty;
   * its standard error is passed on if this process exists only for the run.
   *
   * @param command the program and its arguments
   * @param additions additional environment variables
   * @throws SealconfException if it can't be started, fails, prints too much or takes too long; the
   *     message names the program, not its arguments
   */
  public byte[] output(List<String> command, Map<String, String> additions) {
    String name = Printable.quote(command.get(0));
    Process process = start(command, additions, ChildEnvironment.errors(world));
    Result result = finish(process, ChildPipes.empty(process), name);
    if (result.status() != 0) {
      Arrays.fill(result.out(), (byte) 0);
      throw failure(name + " failed with exit code " + result.status());
    }
    return result.out();
  }

  /**
   * Runs a program with these bytes, which may be secret, on standard input.
   *
   * @param command the program and its arguments
   * @throws SealconfException if it can't be started, prints more than 16 MiB or takes too long;
   *     the message names the program, not its arguments
   */
  public Result exchange(List<String> command, byte[] input) {
    return exchange(command, Map.of(), input);
  }

  /**
   * Does the same with additional environment variables.
   *
   * @param additions additional environment variables
   */
  public Result exchange(List<String> command, Map<String, String> additions, byte[] input) {
    Process process = start(command, additions, ProcessBuilder.Redirect.PIPE);
    return finish(process, ChildPipes.of(process, input), Printable.quote(command.get(0)));
  }

  private Result finish(Process process, ChildPipes pipes, String name) {
    try {
      byte[] out = read(process, name);
      int status = process.waitFor();
      return new Result(status, out, pipes.errors());
    } catch (IOException e) {
      throw failure("can't read what " + name + " prints").from(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(name + " was interrupted").temporary();
    } finally {
      Alarm.end(process);
    }
  }

  private Process start(
      List<String> command, Map<String, String> additions, ProcessBuilder.Redirect errors) {
    List<String> resolved = new ArrayList<>(command);
    String program = locate(command.get(0), world).toString();
    if (!SystemText.isDamaged(program)) { // otherwise keep the path as typed
      resolved.set(0, program);
    }
    ProcessBuilder builder = new ProcessBuilder(resolved).redirectError(errors);
    ChildEnvironment.place(builder, world);
    ChildEnvironment.give(builder, world, additions);
    try {
      return builder.start();
    } catch (IOException e) {
      throw failure("can't start " + Printable.quote(command.get(0))).from(e);
    }
  }

  private byte[] read(Process process, String name) throws IOException, InterruptedException {
    byte[] out;
    try (Alarm alarm = Alarm.after(timeout, process)) {
      out = process.getInputStream().readNBytes(mostOutput + 1);
      if (alarm.hasExpired()) {
        throw failure(name + " took longer than " + timeout.toSeconds() + " seconds").temporary();
      }
    }
    if (out.length > mostOutput) {
      throw failure(name + " prints more than " + (mostOutput >> 20) + " MiB");
    }
    return out;
  }

  /** Returns the program with this name in {@code PATH}, or at this path. */
  static Path locate(String program, World world) {
    if (program.contains("/") || program.contains("\\")) {
      return world.resolve(program);
    }
    return find(program, world.environment().getOrDefault("PATH", ""))
        .orElseThrow(() -> failure("can't find " + Printable.quote(program) + " on the PATH"));
  }

  /** Returns the program with this name in the absolute folders of a {@code PATH}. */
  public static Optional<Path> find(String program, String path) {
    for (String folder : path.split(File.pathSeparator)) {
      for (String suffix : List.of("", ".exe")) {
        Path candidate = Path.of(folder, program + suffix);
        if (candidate.isAbsolute() && Files.isExecutable(candidate)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  private static SealconfException failure(String message) {
    return new MachineFailure(message);
  }
}
