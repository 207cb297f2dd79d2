package dev.sealconf.cli.failure;

/** Nobody reads our output any more, as in {@code sealconf decrypt f | head}: a quiet end. */
public final class BrokenPipe extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What a shell reports for a program that SIGPIPE ended. */
  static final int EXIT_CODE = 141;

  public BrokenPipe() {
    super(null, null, false, false);
  }
}
