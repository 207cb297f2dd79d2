package dev.sealconf.exec.program;

import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.program.RunningProgram;
import java.time.Duration;
import java.util.Optional;

/** Starts a program again, or sends it a signal, each time that its files have changed. */
final class Restarts {
  private static final Duration INTERVAL = Duration.ofMillis(250);

  /** How long a program may take to end by TERM. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final World world;
  private final WatchedFiles files;
  private final Optional<String> signal;

  /** What there is to start. */
  interface Source {
    /** Opens the files. */
    ProgramValues read();

    /** Starts the program with these values. */
    RunningProgram start(ProgramValues values);

    /** Gives a program that runs what it can get without being started again. */
    void refresh(ProgramValues values);
  }

  /**
   * For these files.
   *
   * @param signal what the program gets instead of being started again, without {@code SIG}
   */
  Restarts(World world, WatchedFiles files, Optional<String> signal) {
    this.world = world;
    this.files = files;
    this.signal = signal;
  }

  /**
   * Goes on until the program ends by itself.
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

  /** Values that can't be had leave the program as it is. */
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
