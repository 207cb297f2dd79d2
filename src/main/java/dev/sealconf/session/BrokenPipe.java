package dev.sealconf.session;

/** Nobody reads our output any more, as in {@code sealconf decrypt f | head}: a quiet end. */
public final class BrokenPipe extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Has no message: nothing is printed. */
  public BrokenPipe() {
    super(null, null, false, false);
  }
}
