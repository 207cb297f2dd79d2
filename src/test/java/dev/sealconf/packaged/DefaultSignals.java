package dev.sealconf.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts programs as from a terminal, where HUP, INT and QUIT end them. If the tests run in the
 * background of a shell, or under {@code nohup}, some of these are ignored, and every program that
 * the tests start would inherit that.
 */
final class DefaultSignals {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String IGNORED = "SigIgn:";
  private static final long RESET = 0b111;

  private DefaultSignals() {}

  /** The command, behind a program that resets these signals if they are ignored here. */
  static List<String> command(List<String> command) {
    List<String> all = new ArrayList<>();
    if (ignored()) {
      all.addAll(List.of("/usr/bin/env", "--default-signal=HUP,INT,QUIT"));
    }
    all.addAll(command);
    return all;
  }

  private static boolean ignored() {
    try {
      for (String line :
          Files.isReadable(STATUS) ? Files.readAllLines(STATUS) : List.<String>of()) {
        if (line.startsWith(IGNORED)) {
          String mask = line.substring(IGNORED.length()).strip();
          return (Long.parseUnsignedLong(mask, 16) & RESET) != 0;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
