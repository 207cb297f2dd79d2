package dev.sealconf.session;

/**
 * Signals that the reader closed our output, as in {@code sealconf decrypt f | head}. The program
 * then exits quietly.
 */
public final class BrokenPipe extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Has no message, because nothing is printed. */
  public BrokenPipe() {
    super(null, null, false, false);
  }
}
