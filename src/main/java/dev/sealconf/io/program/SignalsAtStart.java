package dev.sealconf.io.program;

/**
 * Which signals this process blocked and ignored when it was started, which the launcher tells:
 * Java changes some of them, and a program in its place has to find them as the user left them.
 */
final class SignalsAtStart {
  /** Two hexadecimal numbers with a colon between them; the lowest bit is for signal 1. */
  private static final String PROPERTY = "sealconf.signals";

  private static final int HEX = 16;
  private static final int LAST = 31;
  private static final int IGNORE = 1;
  private static final int SIZE_OF_MASK = 128;

  /** Java itself needs these until it is gone, on Linux and on macOS. */
  private static final long NEEDED = 1L << 4 - 1 | 1L << 7 - 1 | 1L << 8 - 1 | 1L << 11 - 1;

  private final long blocked;
  private final long ignored;

  private SignalsAtStart(long blocked, long ignored) {
    this.blocked = blocked;
    this.ignored = ignored;
  }

  /** As the launcher told them; none if it couldn't. */
  static SignalsAtStart told() {
    String[] told = System.getProperty(PROPERTY, "").split(":", -1);
    try {
      return told.length == 2
          ? new SignalsAtStart(
              Long.parseUnsignedLong(told[0], HEX), Long.parseUnsignedLong(told[1], HEX))
          : new SignalsAtStart(0, 0);
    } catch (NumberFormatException e) {
      return new SignalsAtStart(0, 0);
    }
  }

  /** Ignores and blocks them again. */
  void restore(CLibrary library) {
    for (int signal = 1; signal <= LAST; signal++) {
      long bit = 1L << signal - 1;
      if ((ignored & bit) != 0 && (NEEDED & bit) == 0) {
        library.call("signal", signal, IGNORE, 0);
      }
    }
    MemoryBlock mask = new MemoryBlock(SIZE_OF_MASK);
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    library.call("sigprocmask", mac ? 3 : 2, mask.word(blocked), 0);
  }
}
