package dev.sealconf.io;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.file.FileBytes;
import dev.sealconf.io.file.SafeFile;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Text that the operating system passes as bytes: arguments, environment variables and file names.
 * Java decodes it with the process's locale and replaces what it can't decode with U+FFFD. The
 * program refuses text that was damaged in this way ({@code docs/compatibility.md §locale}).
 */
public final class SystemText {
  private static final String LOCALE = "LC_ALL";

  /** What Java puts in the place of bytes that it can't decode. */
  public static final char LOST = '\uFFFD';

  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
  private static final Path WORKING_DIRECTORY = Path.of("/proc/self/cwd");

  private SystemText() {}

  /** Returns whether a text contains U+FFFD, which Java puts in place of what it can't decode. */
  public static boolean isDamaged(String text) {
    return text.indexOf(LOST) >= 0;
  }

  /**
   * Checks that the arguments are what the user typed.
   *
   * @throws SealconfException a {@code MachineFailure} if an argument isn't UTF-8, or Java decoded
   *     it with another encoding
   */
  public static void requireIntact(List<String> arguments) {
    String encoding = System.getProperty("sun.jnu.encoding", "");
    for (String argument : arguments) {
      if (!isAscii(argument) && File.separatorChar == '/' && !encoding.equals("UTF-8")) {
        throw new MachineFailure(
                "the arguments are not plain ASCII, and Java was started without a UTF-8 locale, "
                    + "in which it destroys them")
            .hint("start the program with bin/sealconf, or set LC_ALL=C.UTF-8")
            .hint("if C.UTF-8 is missing, set LC_ALL to a UTF-8 locale that 'locale -a' lists");
      }
      if (isDamaged(argument) && !commandLineIsUtf8()) {
        throw new MachineFailure("an argument is not UTF-8: " + Printable.quote(argument))
            .hint(
                arguments.contains("set")
                    ? "rename the file, or give the value with --value-file"
                    : "the names of files, and the arguments of a program, have to be UTF-8");
      }
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) { // a stream would add a millisecond to every start
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean commandLineIsUtf8() {
    try {
      byte[] bytes = FileBytes.read(COMMAND_LINE, SafeFile.MAX_BYTES);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).hasRemaining();
    } catch (CharacterCodingException e) {
      return false;
    } catch (IOException e) {
      return false; // refuse if we can't tell
    }
  }

  /**
   * Returns the environment that the user set, without the launcher's change to {@code LC_ALL}.
   *
   * @param own the environment of this process
   * @param locale the original {@code LC_ALL}: empty if it was not set, otherwise an equals sign
   *     followed by its value; null if no launcher was used
   */
  public static Map<String, String> environment(Map<String, String> own, String locale) {
    if (locale == null) {
      return own;
    }
    Map<String, String> before = new HashMap<>(own);
    if (locale.isEmpty()) {
      before.remove(LOCALE);
    } else {
      before.put(LOCALE, locale.substring(1));
    }
    return Map.copyOf(before);
  }

  /** Returns the working directory, with its exact bytes if the system can supply them. */
  public static Path workingDirectory() {
    Path directory = Path.of("").toAbsolutePath();
    if (!isDamaged(directory.toString()) || !Files.exists(WORKING_DIRECTORY)) {
      return directory;
    }
    try {
      return WORKING_DIRECTORY.toRealPath();
    } catch (IOException e) {
      return directory;
    }
  }
}
