package dev.sealconf.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts programs as from a terminal, where INT and QUIT end them. A shell that runs the tests in
 * the background has both ignored, and every program that the tests start would inherit that.
 */
final class DefaultSignals {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String IGNORED = "SigIgn:";
  private static final long INT_AND_QUIT = 0b110;

  private DefaultSignals() {}

  /** The command, behind a program that resets both signals if they are ignored here. */
  static List<String> command(List<String> command) {
    List<String> all = new ArrayList<>();
    if (ignored()) {
      all.addAll(List.of("/usr/bin/env", "--default-signal=INT,QUIT"));
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
          return (Long.parseUnsignedLong(mask, 16) & INT_AND_QUIT) != 0;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
