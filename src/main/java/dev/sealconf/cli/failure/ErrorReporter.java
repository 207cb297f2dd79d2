package dev.sealconf.cli.failure;

import dev.sealconf.cli.option.Options;
import dev.sealconf.error.Location;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.process.EndedBySignal;
import dev.sealconf.session.BrokenPipe;
import dev.sealconf.session.Session;
import dev.sealconf.session.batch.Batch;
import java.util.List;

/**
 * Reports failures on standard error. For a failure that is not ours it prints only the type,
 * because messages of libraries quote their input, which may be secret.
 */
public final class ErrorReporter {
  private static final String DEBUG_VARIABLE = "SEALCONF_DEBUG";

  /** The exit code that a shell reports for a program ended by SIGPIPE. */
  private static final int BROKEN_PIPE = 141;

  /** The exit code that a shell reports for a program ended by SIGINT. */
  private static final int INTERRUPTED = 130;

  private final World world;
  private final boolean asSops;

  /** Reports in this world. */
  public ErrorReporter(World world) {
    this(world, Options.PROGRAM);
  }

  /**
   * Reports in this world.
   *
   * @param calledAs {@code sops} to start with SOPS's own message, if it has one
   */
  public ErrorReporter(World world, String calledAs) {
    this.world = world;
    this.asSops = calledAs.equals("sops");
  }

  /** Reports in this session. */
  public ErrorReporter(Session session) {
    this(session.world(), session.calledAs());
  }

  /** Prints the failure and returns its exit code. */
  public int report(Throwable failure) {
    if (failure instanceof BrokenPipe) {
      return BROKEN_PIPE;
    }
    if (failure instanceof Batch.Interrupted) {
      return INTERRUPTED;
    }
    if (failure instanceof EndedBySignal ended) {
      return ended.exitStatus();
    }
    if (failure instanceof CodedFailure coded) {
      return report(coded.failure(), coded.code());
    }
    if (failure instanceof SealconfException ours) {
      return report(ours, ExitCode.of(ours));
    }
    world.err().println(prefix() + kind(failure));
    world.err().println("hint: " + remedy(failure));
    frames(failure);
    return ExitCode.GENERIC.number();
  }

  private int report(SealconfException failure, ExitCode code) {
    WordsOfSops words = asSops ? WordsOfSops.of(failure, code) : new WordsOfSops("", false);
    world.err().print(words.text().isEmpty() ? "" : words.text() + "\n");
    world.err().print(words.alone() ? "" : text(failure));
    frames(failure);
    return code.number();
  }

  /** Prints the failure of one of many files in one write, with the name of the file. */
  public int reportFor(String file, Throwable failure) {
    synchronized (world.err()) {
      if (failure instanceof CodedFailure coded) {
        return report(coded.failure().at(Location.of(file)), coded.code());
      }
      if (failure instanceof SealconfException ours) {
        return report(ours.at(Location.of(file)));
      }
      world.err().print(Location.of(file) + ": ");
      return report(failure);
    }
  }

  /** Returns the lines for one failure of ours, each with a line break. */
  String text(SealconfException failure) {
    StringBuilder text = new StringBuilder(prefix());
    failure.location().ifPresent(place -> text.append(place).append(": "));
    text.append(failure.getMessage()).append('\n');
    failure.hints().forEach(hint -> text.append("hint: ").append(hint).append('\n'));
    return text.toString();
  }

  private String prefix() {
    return asSops ? "error: " : "sealconf: error: ";
  }

  private static String kind(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return "out of memory";
    }
    if (failure instanceof StackOverflowError) {
      return "the input is nested too deeply";
    }
    return "unexpected failure (" + failure.getClass().getSimpleName() + ")";
  }

  private static String remedy(Throwable failure) {
    return failure instanceof OutOfMemoryError
        ? "to allow more memory: export SEALCONF_JAVA_OPTIONS=-Xmx2g"
        : "this is a bug; SEALCONF_DEBUG=1 shows where, without any values";
  }

  /** Prints class names and frames only, because the message of an exception may quote a secret. */
  private void frames(Throwable failure) {
    if (world.environment().getOrDefault(DEBUG_VARIABLE, "").isEmpty()) {
      return;
    }
    for (Throwable t = failure; t != null; t = t.getCause()) {
      frames(t.getClass().getName(), List.of(t.getStackTrace()));
      if (t instanceof SealconfException ours) {
        ours.origins().forEach(origin -> frames(origin.className(), origin.frames()));
      }
    }
  }

  private void frames(String className, List<StackTraceElement> frames) {
    world.err().println(className);
    frames.forEach(frame -> world.err().println("    at " + frame));
  }
}
