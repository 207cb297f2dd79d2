package dev.sealconf.io.program;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import dev.sealconf.io.file.FileBytes;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.io.process.ChildEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The environment of a program. The run's own variables keep their exact bytes if the system can
 * supply them.
 */
final class ProgramEnvironment {
  private static final Path OWN = Path.of("/proc/self/environ");

  private ProgramEnvironment() {}

  /** Returns all variables as {@code NAME=value} in bytes, without a terminating zero. */
  static List<byte[]> entries(Program program, World world) {
    List<byte[]> entries = new ArrayList<>();
    if (program.inherits()) {
      Map<String, String> rest = new HashMap<>(world.environment());
      rest.keySet().removeAll(program.variables().keySet());
      Set<String> kept = new HashSet<>();
      for (byte[] own : world.ownsProcess() ? own() : List.<byte[]>of()) {
        String text = new String(own, StandardCharsets.UTF_8);
        int equals = text.indexOf('=', 1);
        String name = equals < 0 ? "" : text.substring(0, equals);
        if (rest.containsKey(name) && text.substring(equals + 1).equals(rest.get(name))) {
          entries.add(own);
          kept.add(name);
        }
      }
      rest.keySet().removeAll(kept);
      rest.forEach((name, value) -> entries.add(bytes(name + "=" + value)));
    }
    program.variables().forEach((name, value) -> entries.add(entry(name, value)));
    return entries;
  }

  /** Sets the environment of a child. */
  static void give(ProcessBuilder child, Program program, World world) {
    if (program.inherits()) {
      ChildEnvironment.give(child, world, Map.of());
    } else {
      child.environment().clear();
    }
    program.variables().forEach((name, value) -> child.environment().put(name, text(name, value)));
  }

  private static String text(String name, byte[] value) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException e) {
      throw new MachineFailure(
              "the value of "
                  + Printable.quote(name)
                  + " is not UTF-8, and Java can't pass it to a program that it waits for")
          .hint("pass it as a file: --file VAR=PATH; or encrypt the value as Base64")
          .hint("on Java 22 and newer, it works without --file, --redact and --watch");
    }
  }

  private static byte[] entry(String name, byte[] value) {
    byte[] start = bytes(name + "=");
    byte[] entry = new byte[start.length + value.length];
    System.arraycopy(start, 0, entry, 0, start.length);
    System.arraycopy(value, 0, entry, start.length, value.length);
    return entry;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Returns the environment that this process started with, or nothing if the system doesn't supply
   * it.
   */
  private static List<byte[]> own() {
    List<byte[]> entries = new ArrayList<>();
    try {
      ByteArrayOutputStream entry = new ByteArrayOutputStream();
      for (byte b : Files.exists(OWN) ? FileBytes.read(OWN, SafeFile.MAX_BYTES) : new byte[0]) {
        if (b == 0) {
          entries.add(entry.toByteArray());
          entry.reset();
        } else {
          entry.write(b);
        }
      }
    } catch (IOException e) {
      return List.of();
    }
    return entries;
  }
}
