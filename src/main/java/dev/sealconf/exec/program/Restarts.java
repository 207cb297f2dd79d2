package dev.sealconf.exec.program;

import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.program.RunningProgram;
import java.time.Duration;
import java.util.Optional;

/** Restarts a program, or sends it a signal, whenever its files have changed. */
final class Restarts {
  private static final Duration INTERVAL = Duration.ofMillis(250);

  /** How long a program may take to exit after SIGTERM. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final World world;
  private final WatchedFiles files;
  private final Optional<String> signal;

  /** Provides the values and starts the program. */
  interface Source {
    /** Opens the files and returns their values. */
    ProgramValues read();

    /** Starts the program with these values. */
    RunningProgram start(ProgramValues values);

    /** Updates what a running program can receive without a restart. */
    void refresh(ProgramValues values);
  }

  /**
   * Watches these files.
   *
   * @param signal the signal to send instead of a restart, without {@code SIG}
   */
  Restarts(World world, WatchedFiles files, Optional<String> signal) {
    this.world = world;
    this.files = files;
    this.signal = signal;
  }

  /**
   * Waits until the program exits by itself.
   *
   * @return its exit status
   */
  int await(RunningProgram first, Source source) {
    RunningProgram program = first;
    while (!program.hasEndedAfter(INTERVAL)) {
      if (files.haveChanged()) {
        program = changed(program, source);
      }
    }
    return program.await();
  }

  /** Keeps the program running if the new values can't be read. */
  private RunningProgram changed(RunningProgram program, Source source) {
    ProgramValues values;
    try {
      values = source.read();
    } catch (SealconfException e) {
      String place = e.location().map(where -> where + ": ").orElse("");
      world.tell().warn(place + e.getMessage());
      world.tell().warn("the program keeps running with the earlier values");
      return program;
    }
    if (signal.isPresent()) {
      source.refresh(values);
      program.send(signal.get());
      return program;
    }
    program.end(PATIENCE);
    return source.start(values);
  }
}
