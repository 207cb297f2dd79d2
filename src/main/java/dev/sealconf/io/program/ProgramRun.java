package dev.sealconf.io.program;

import dev.sealconf.error.MachineFailure;
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
 * Runs the program that the user wants, with the streams, terminal and signals of this run. Wipes
 * the program's variables as soon as the program has them.
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
   * Prepares {@link #become} in a separate thread, so that files can be decrypted at the same time.
   */
  public void prepare() {
    if (replacement.isPresent()) {
      Thread thread = new Thread(replacement.get(), "bridge to the system");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /**
   * Goes through all the steps of replacing this process, with a program that doesn't exist. This
   * way the class archive contains every class needed for it.
   *
   * @return whether this process can be replaced
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
   * Switches this process, and the programs that it starts, to another user for good.
   *
   * @return the variables for that user: HOME, USER and LOGNAME
   * @throws SealconfException if there is no such user, or the system or this Java version refuses
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
   * Replaces this process with a program, and doesn't return. If the system or Java can't do that,
   * starts the program, forwards signals to it and waits for it.
   *
   * @return the program's exit status, or 128 plus the number of the signal that ended it
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

  /** Starts a program as a child. Signals are forwarded to the most recent child. */
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
   * Starts a program as a child whose output passes through a filter. It gets this run's standard
   * input.
   *
   * @param filter wraps standard output and standard error
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

  /**
   * Forwards signals to the child. Forwarding begins before a child starts, so that no signal ends
   * this process alone.
   */
  private RunningProgram forwarded(RunningProgram child) {
    latest = child;
    if (signals != null) {
      signals.to(child.process());
    }
    return child;
  }

  /**
   * Starts a program in the background, with empty standard input and discarded output.
   *
   * @return a future that completes when the program exits
   * @throws SealconfException if it can't be started
   */
  public CompletableFuture<?> leave(Program program) {
    ProcessBuilder builder = builder(program).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process child = started(builder.redirectError(ProcessBuilder.Redirect.DISCARD), program);
    try {
      child.getOutputStream().close();
    } catch (IOException e) {
      return child.onExit(); // it has already exited
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
    boolean bare = words.get(0).indexOf('/') < 0;
    boolean other = !path.equals(path(program)) || !ProgramSearch.isAbsolute(path);
    if (!world.ownsProcess() || bare && other) {
      words.set(0, file.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(words);
    ChildEnvironment.place(builder, world);
    ProgramEnvironment.give(builder, program, world);
    if (world.ownsProcess() && signals == null) {
      replacement.ifPresent(ProcessReplacement::ignoreAgain);
      signals = SignalForwarding.begin();
    }
    return builder;
  }

  private static Process started(ProcessBuilder builder, Program program) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw StartFailure.of(program.words().get(0), e);
    } finally {
      program.wipe();
    }
  }

  /**
   * Stops forwarding signals. If a signal ended the program, ends this process with the same
   * signal, because a shell stops a script only if INT really ended the process.
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
