package dev.sealconf.io.program;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.ProgramFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.process.ChildEnvironment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * Starts the program that the user wants, with the streams, the terminal and the signals of this
 * run. The variables of the program are wiped as soon as it has them.
 */
public final class ProgramRun implements AutoCloseable {
  private final World world;
  private final Optional<ProcessReplacement> replacement;
  private SignalForwarding signals;
  private RunningProgram latest;

  /** Runs programs in this world. */
  public ProgramRun(World world) {
    this.world = world;
    this.replacement = world.ownsProcess() ? ProcessReplacement.find() : Optional.empty();
  }

  /**
   * Makes ready what {@link #become} takes, on a thread of its own, so that files can be decrypted
   * meanwhile.
   */
  public void prepare() {
    if (replacement.isPresent()) {
      Thread thread = new Thread(replacement.get(), "bridge to the system");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /**
   * Does all that putting a program in the place of this process takes, for a program that there
   * isn't: so that the archive of classes holds what is needed for it.
   *
   * @return whether programs can be put in the place of this process
   */
  public boolean rehearse() {
    Program none = new Program(List.of("/"), Map.of(), true);
    if (replacement.isPresent()) {
      replacement
          .get()
          .replace(Path.of("/"), none.words(), ProgramEnvironment.entries(none, world));
    }
    return replacement.isPresent();
  }

  /**
   * Makes this process, and the programs that it starts, run as another user; for good.
   *
   * @return the variables that tell programs so: HOME, USER and LOGNAME
   * @throws SealconfException if there is no such user, or the system or this Java refuses
   */
  public Map<String, byte[]> enter(String user) {
    ProcessReplacement system =
        replacement.orElseThrow(
            () ->
                new MachineFailure("--user needs Java 22 or newer")
                    .hint("start sealconf as that user: setpriv, runuser or sudo do it"));
    UserAccount account = system.account(user);
    system.become(account);
    return account.variables();
  }

  /**
   * Starts a program in the place of this process, where that is possible: then this doesn't
   * return. Elsewhere, starts it and waits for its end; signals are passed on to it.
   *
   * @return the exit status of the program, 128 and its number for a signal
   * @throws SealconfException if it can't be started
   */
  public int become(Program program) {
    if (replacement.isEmpty()) {
      return start(program).await();
    }
    Path file = find(program);
    List<byte[]> environment = ProgramEnvironment.entries(program, world);
    program.wipe();
    world.err().flush();
    throw replacement.get().replace(file, program.words(), environment);
  }

  /** Starts a program as a child. Signals are passed on to the latest child. */
  public RunningProgram start(Program program) {
    ProcessBuilder builder = builder(program);
    if (!world.ownsProcess()) {
      Process child = started(builder, program);
      return new RunningProgram(
          child, StreamPumps.begin(child, world, UnaryOperator.identity(), true));
    }
    return forwarded(new RunningProgram(started(builder.inheritIO(), program), null));
  }

  /**
   * Starts a program as a child whose output passes through a filter. It has the standard input of
   * this run.
   *
   * @param filter what is put in front of standard output, and in front of standard error
   */
  public RunningProgram start(Program program, UnaryOperator<OutputStream> filter) {
    ProcessBuilder builder = builder(program);
    boolean own = world.ownsProcess();
    if (own) {
      builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
    }
    Process child = started(builder, program);
    return forwarded(new RunningProgram(child, StreamPumps.begin(child, world, filter, !own)));
  }

  /** From before a child starts, no signal ends this process alone. */
  private RunningProgram forwarded(RunningProgram child) {
    latest = child;
    if (signals != null) {
      signals.to(child.process());
    }
    return child;
  }

  /**
   * Starts a program and leaves it alone: its standard input is empty, what it prints is lost.
   *
   * @return done when the program has ended
   * @throws SealconfException if it can't be started
   */
  public CompletableFuture<?> leave(Program program) {
    ProcessBuilder builder = builder(program).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process child = started(builder.redirectError(ProcessBuilder.Redirect.DISCARD), program);
    try {
      child.getOutputStream().close();
    } catch (IOException e) {
      return child.onExit(); // it has ended already
    }
    return child.onExit();
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
    if (!world.ownsProcess() || !path.equals(path(program)) || !ProgramSearch.isAbsolute(path)) {
      words.set(0, file.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(words);
    ChildEnvironment.place(builder, world);
    ProgramEnvironment.give(builder, program, world);
    if (world.ownsProcess() && signals == null) {
      signals = SignalForwarding.begin();
    }
    return builder;
  }

  private static Process started(ProcessBuilder builder, Program program) {
    try {
      return builder.start();
    } catch (IOException e) {
      if (String.valueOf(e.getMessage())
          .contains("error=7,")) { // E2BIG; the JDK has no type for it
        throw new MachineFailure("the variables and arguments are larger than the system allows")
            .hint("choose variables with --only NAME, or pass a file: --file VAR=PATH")
            .from(e);
      }
      throw new ProgramFailure.NotExecutable(
              Printable.quote(program.words().get(0)) + " can't be executed")
          .from(e);
    } finally {
      program.wipe();
    }
  }

  /**
   * Ends the passing on of signals. If a signal ended the program, it ends this process as well: a
   * shell stops a script only for a process that INT really ended.
   */
  @Override
  public void close() {
    if (signals != null) {
      signals.close();
      signals = null;
      if (latest != null) {
        world.err().flush();
        latest.endAsItDid();
      }
    }
  }
}
