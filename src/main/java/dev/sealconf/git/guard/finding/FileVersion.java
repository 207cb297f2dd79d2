package dev.sealconf.git.guard.finding;

import dev.sealconf.error.Printable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A version of a file in the repository.
 *
 * @param path relative to the top, one character for each byte (ISO 8859-1), since git's paths need
 *     not be UTF-8
 * @param object the name of the blob
 * @param commit the commit that has it; empty for the index
 */
public record FileVersion(String path, String object, String commit) {

  /** Returns the path as text. Bytes of a path that is not UTF-8 are written {@code \xNN}. */
  public String name() {
    return text(path);
  }

  /** Returns the path as one word of a shell. */
  public String word() {
    return Printable.word(name());
  }

  /** Returns the text of a path that has one character for each byte. */
  public static String text(String path) {
    byte[] bytes = path.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      StringBuilder text = new StringBuilder();
      for (char c : path.toCharArray()) {
        text.append(c < 0x80 ? String.valueOf(c) : String.format("\\x%02x", (int) c));
      }
      return text.toString();
    }
  }

  /** Returns the last part of the path. */
  public String lastName() {
    return lastName(path);
  }

  /** Returns the last part of a path. */
  public static String lastName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Returns the folder of a path, with a slash at its end; empty for the top. */
  public static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
