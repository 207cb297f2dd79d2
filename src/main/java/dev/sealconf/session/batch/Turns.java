package dev.sealconf.session.batch;

import dev.sealconf.io.Ask;
import dev.sealconf.io.Tell;
import dev.sealconf.io.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps the reports of threads that work at the same time in order. It keeps what a thread reports
 * until its turn comes or until it asks a question, and passes on at once what other threads
 * report.
 */
public final class Turns implements Tell, Ask {
  private final Tell tell;
  private final Ask ask;
  private final ThreadLocal<List<Runnable>> kept = new ThreadLocal<>();

  /** Passes reports and questions on to this world. */
  public Turns(World world) {
    this.tell = world.tell();
    this.ask = world.ask();
  }

  /** Starts keeping what this thread reports. */
  void keep() {
    kept.set(new ArrayList<>());
  }

  /**
   * Returns what this thread has reported since {@link #keep}. Running it passes the reports on, in
   * the caller's thread.
   */
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
  public boolean allowsPrompts() {
    return ask.allowsPrompts();
  }

  @Override
  public String howToSupply() {
    return ask.howToSupply();
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

  /** Passes on the kept reports first, because a question may refer to them. */
  private <T> T asked(Supplier<T> question) {
    List<Runnable> own = kept.get();
    if (own != null) {
      own.forEach(Runnable::run);
      own.clear();
    }
    return question.get();
  }
}
