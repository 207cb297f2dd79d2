package dev.sealconf.io.program;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A user account of the system.
 *
 * @param home its home folder
 */
record UserAccount(String name, int user, int group, String home) {
  private static final int LONGEST_HOME = 4096;
  private static final int SIZE_OF_ENTRY = 80;
  private static final int USER = 16;
  private static final int GROUP = 20;

  /**
   * Returns the account with this name.
   *
   * @throws MachineFailure if there is none
   */
  static UserAccount of(String name, CLibrary library) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    MemoryBlock block = new MemoryBlock(bytes.length + 1);
    long found = library.call("getpwnam", block.text(bytes), 0, 0);
    if (found == 0) {
      throw new MachineFailure("unknown user " + Printable.quote(name));
    }
    // struct passwd: two addresses, both ids, one address (on macOS three words), the home folder
    ByteBuffer entry = CLibrary.memory(found, SIZE_OF_ENTRY);
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    long home = entry.getLong(mac ? 48 : 32);
    return new UserAccount(name, entry.getInt(USER), entry.getInt(GROUP), text(home));
  }

  private static String text(long address) {
    ByteBuffer bytes = CLibrary.memory(address, LONGEST_HOME);
    int length = 0;
    while (length < LONGEST_HOME - 1 && bytes.get(length) != 0) {
      length++;
    }
    byte[] text = new byte[length];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  /** Returns the variables that tell a program which user runs it, as SOPS sets them. */
  Map<String, byte[]> variables() {
    Map<String, byte[]> variables = new LinkedHashMap<>();
    variables.put("HOME", home.getBytes(StandardCharsets.UTF_8));
    variables.put("USER", name.getBytes(StandardCharsets.UTF_8));
    variables.put("LOGNAME", name.getBytes(StandardCharsets.UTF_8));
    return variables;
  }

  /**
   * Switches this process to the account for good.
   *
   * @throws MachineFailure if the system refuses
   */
  void enter(CLibrary library) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    MemoryBlock block = new MemoryBlock(bytes.length + 1);
    boolean done =
        (int) library.call("initgroups", block.text(bytes), group, 0) == 0
            && (int) library.call("setgid", group, 0, 0) == 0
            && (int) library.call("setuid", user, 0, 0) == 0;
    if (!done) {
      throw new MachineFailure("the system refuses to run a program as " + Printable.quote(name))
          .hint("only root may do that");
    }
  }
}
