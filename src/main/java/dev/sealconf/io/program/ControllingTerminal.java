package dev.sealconf.io.program;

import dev.sealconf.io.file.FileBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The terminal that controls this process. */
final class ControllingTerminal {
  private static final Path STATE = Path.of("/proc/self/stat");
  private static final int LONGEST = 4096;
  private static final int GROUP = 2;
  private static final int FOREGROUND_GROUP = 5;

  private ControllingTerminal() {}

  /**
   * Returns whether a signal typed at the terminal, such as Ctrl-C, reaches this process. Then it
   * also reaches the children. True if the system doesn't tell.
   */
  static boolean signalsUs() {
    try {
      String state = new String(FileBytes.read(STATE, LONGEST), StandardCharsets.ISO_8859_1);
      String[] fields = state.substring(state.lastIndexOf(')') + 2).split(" ");
      return fields[GROUP].equals(fields[FOREGROUND_GROUP]);
    } catch (IOException e) {
      return true;
    }
  }
}
