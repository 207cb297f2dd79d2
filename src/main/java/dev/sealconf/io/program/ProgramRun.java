package dev.sealconf.io.program;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.ProgramFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.process.ChildEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts the program that the user wants, with the streams, the terminal and the signals of this
 * run. The variables of the program are wiped as soon as it has them.
 */
public final class ProgramRun {
  private final World world;
  private final Optional<ProcessReplacement> replacement;

  /** Runs programs in this world. */
  public ProgramRun(World world) {
    this.world = world;
    this.replacement = world.ownsProcess() ? ProcessReplacement.find() : Optional.empty();
  }

  /**
   * Makes ready what takes a while, on a thread of its own, so that files can be decrypted
   * meanwhile.
   */
  public void prepare() {
    replacement.ifPresent(
        system -> {
          Thread thread = new Thread(system::prepare, "bridge to the system");
          thread.setDaemon(true);
          thread.start();
        });
  }

  /**
   * Does all that putting a program in the place of this process takes, for a program that there
   * isn't: so that the archive of classes holds what is needed for it.
   */
  public void rehearse() {
    Program none = new Program(List.of("/"), Map.of(), true, Optional.empty());
    replacement.ifPresent(
        system ->
            system.replace(Path.of("/"), none.words(), ProgramEnvironment.entries(none, world)));
  }

  /**
   * Starts a program in the place of this process, where that is possible: then this doesn't
   * return. Elsewhere, the same as {@link #await}.
   *
   * @return the exit status of the program, 128 and its number for a signal
   * @throws SealconfException if it can't be started
   */
  public int become(Program program) {
    if (replacement.isEmpty()) {
      return await(program);
    }
    Program own = asUser(program);
    Path file = find(own);
    List<byte[]> environment = ProgramEnvironment.entries(own, world);
    own.wipe();
    world.err().flush();
    throw replacement.get().replace(file, own.words(), environment);
  }

  /**
   * Starts a program and waits for its end. Signals are passed on to it.
   *
   * @return its exit status, 128 and its number for a signal
   * @throws SealconfException if it can't be started
   */
  public int await(Program program) {
    Program own = asUser(program);
    ProcessBuilder builder = builder(own);
    try (SignalForwarding signals = world.ownsProcess() ? SignalForwarding.begin() : null) {
      if (world.ownsProcess()) {
        Process child = started(builder.inheritIO(), own);
        signals.to(child);
        return child.waitFor();
      }
      Process child = started(builder, own);
      StreamPumps pumps = StreamPumps.begin(child, world);
      int status = child.waitFor();
      pumps.finish();
      return status;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MachineFailure("interrupted while a program ran").temporary();
    }
  }

  /**
   * Starts a program and leaves it alone: its standard input is empty, what it prints is lost.
   *
   * @throws SealconfException if it can't be started
   */
  public void leave(Program program) {
    Program own = asUser(program);
    ProcessBuilder builder = builder(own).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process child = started(builder.redirectError(ProcessBuilder.Redirect.DISCARD), own);
    try {
      child.getOutputStream().close();
    } catch (IOException e) {
      return; // it has ended already
    }
  }

  /** Switches to the user that the program asks for; that is for good. */
  private Program asUser(Program program) {
    if (program.user().isEmpty()) {
      return program;
    }
    ProcessReplacement system =
        replacement.orElseThrow(
            () ->
                new MachineFailure("--user needs Java 22 or newer")
                    .hint("start sealconf as that user: setpriv, runuser or sudo do it"));
    UserAccount account = system.account(program.user().get());
    Map<String, byte[]> variables = new LinkedHashMap<>(account.variables());
    variables.putAll(program.variables());
    system.become(account);
    return new Program(program.words(), variables, program.inherits(), Optional.empty());
  }

  private Path find(Program program) {
    return ProgramSearch.find(program.words().get(0), path(program), world);
  }

  private String path(Program program) {
    byte[] path = program.variables().get("PATH");
    if (path != null) {
      return new String(path, StandardCharsets.UTF_8);
    }
    return world.environment().getOrDefault("PATH", "");
  }

  private ProcessBuilder builder(Program program) {
    Path file = find(program);
    List<String> words = new ArrayList<>(program.words());
    String path = world.environment().getOrDefault("PATH", "");
    if (!path.equals(path(program)) || !ProgramSearch.isAbsolute(path)) {
      words.set(0, file.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(words);
    ChildEnvironment.place(builder, world);
    ProgramEnvironment.give(builder, program, world);
    return builder;
  }

  private static Process started(ProcessBuilder builder, Program program) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new ProgramFailure.NotExecutable(
              Printable.quote(program.words().get(0)) + " can't be executed")
          .from(e);
    } finally {
      program.wipe();
    }
  }
}
