package dev.sealconf.io.process;

/** A signal ends this process. It exits as soon as everything is wiped and closed. */
public final class EndedBySignal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int FIRST = 128;

  private final int number;

  EndedBySignal(int number) {
    super("signal " + number, null, false, false);
    this.number = number;
  }

  /** Returns the exit status that shells report in this case: 128 plus the number of the signal. */
  public int exitStatus() {
    return FIRST + number;
  }
}
