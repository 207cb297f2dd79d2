package dev.sealconf.session.batch;

import dev.sealconf.io.Ask;
import dev.sealconf.io.Tell;
import dev.sealconf.io.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reports of threads that work at the same time: what a thread tells is kept until its turn comes,
 * or until it asks a question. What other threads tell is passed on at once.
 */
public final class Turns implements Tell, Ask {
  private final Tell tell;
  private final Ask ask;
  private final ThreadLocal<List<Runnable>> kept = new ThreadLocal<>();

  /** Passes on to those who are told and asked in this world. */
  public Turns(World world) {
    this.tell = world.tell();
    this.ask = world.ask();
  }

  /** From now on, what this thread tells is kept. */
  void keep() {
    kept.set(new ArrayList<>());
  }

  /** Passes on what this thread has told since {@link #keep}; it runs in the caller's thread. */
  Runnable taken() {
    List<Runnable> reports = kept.get();
    kept.remove();
    return () -> reports.forEach(Runnable::run);
  }

  @Override
  public void warn(String message) {
    tell(() -> tell.warn(message));
  }

  @Override
  public void say(String line) {
    tell(() -> tell.say(line));
  }

  @Override
  public boolean watched() {
    return tell.watched();
  }

  private void tell(Runnable report) {
    List<Runnable> own = kept.get();
    if (own == null) {
      report.run();
    } else {
      own.add(report);
    }
  }

  @Override
  public boolean interactive() {
    return ask.interactive();
  }

  @Override
  public Optional<char[]> askSecret(String prompt) {
    return asked(() -> ask.askSecret(prompt));
  }

  @Override
  public Optional<String> askLine(String prompt) {
    return asked(() -> ask.askLine(prompt));
  }

  @Override
  public boolean confirm(String question) {
    return asked(() -> ask.confirm(question));
  }

  /** A question may refer to what was told before it. */
  private <T> T asked(Supplier<T> question) {
    List<Runnable> own = kept.get();
    if (own != null) {
      own.forEach(Runnable::run);
      own.clear();
    }
    return question.get();
  }
}
