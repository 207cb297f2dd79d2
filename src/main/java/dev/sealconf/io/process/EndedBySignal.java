package dev.sealconf.io.process;

/** A signal came that ends this process; it ends as soon as all is wiped and closed. */
public final class EndedBySignal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int FIRST = 128;

  private final int number;

  EndedBySignal(int number) {
    super("signal " + number, null, false, false);
    this.number = number;
  }

  /** The exit status by which a shell knows such an end: 128 and the number of the signal. */
  public int exitStatus() {
    return FIRST + number;
  }
}
