package dev.sealconf.io.program;

import java.util.Map;

/**
 * The signals that were blocked and ignored when this process started, as reported by the launcher.
 * Java changes some of them, and a program that replaces it must get the user's settings.
 */
final class SignalsAtStart {
  /** Two hexadecimal numbers separated by a colon. The lowest bit is signal 1. */
  private static final String PROPERTY = "sealconf.signals";

  /** The signals that Java handles, or that are forwarded; numbers of Linux. */
  private static final Map<String, Integer> NUMBERS =
      Map.of("HUP", 1, "INT", 2, "QUIT", 3, "USR1", 10, "USR2", 12, "TERM", 15);

  private static final int HEX = 16;
  private static final int LAST = 31;
  private static final int IGNORE = 1;
  private static final int SIZE_OF_MASK = 128;

  /** Signals that Java itself needs until it is replaced, on Linux and macOS. */
  private static final long NEEDED = 1L << 4 - 1 | 1L << 7 - 1 | 1L << 8 - 1 | 1L << 11 - 1;

  private final long blocked;
  private final long ignored;

  private SignalsAtStart(long blocked, long ignored) {
    this.blocked = blocked;
    this.ignored = ignored;
  }

  /** Returns what the launcher reported; nothing if it couldn't tell. */
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

  /** Returns whether a signal, named without {@code SIG}, was ignored. */
  boolean ignored(String name) {
    Integer number = NUMBERS.get(name);
    return number != null && (ignored & 1L << number - 1) != 0;
  }

  /** Ignores QUIT again, which Java handles, so that a child ignores it, too. */
  void ignoreAgain(CLibrary library) {
    if (ignored("QUIT")) {
      library.call("signal", NUMBERS.get("QUIT"), IGNORE, 0);
    }
  }

  /** Ignores and blocks the signals again. */
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
