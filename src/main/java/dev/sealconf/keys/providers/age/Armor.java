package dev.sealconf.keys.providers.age;

import dev.sealconf.keys.providers.age.AgeException.Part;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The text form of an age file: padded Base64 in lines of 64 columns, between two fixed lines. */
public final class Armor {
  /** The first line. */
  public static final String BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----";

  private static final String END = "-----END AGE ENCRYPTED FILE-----";
  private static final int COLUMNS = 64;

  private Armor() {}

  /** Armors a file. Every line ends with a line feed. */
  public static String encode(byte[] file) {
    String text = Base64.getEncoder().encodeToString(file);
    StringBuilder out = new StringBuilder(text.length() + text.length() / COLUMNS + 100);
    out.append(BEGIN).append('\n');
    for (int at = 0; at < text.length(); at += COLUMNS) {
      out.append(text, at, Math.min(text.length(), at + COLUMNS)).append('\n');
    }
    return out.append(END).append('\n').toString();
  }

  /**
   * Returns the file inside the armor. Lines may end with LF or CRLF, and white space may surround
   * the armor.
   *
   * @throws AgeException if the rest isn't exactly what {@link #encode} writes
   */
  public static byte[] decode(String armored) throws AgeException {
    String[] lines = strip(armored).split("\n", -1);
    if (lines.length < 2 || !line(lines, 0).equals(BEGIN)) {
      throw malformed("it has no first line");
    }
    int last = lines.length - 1;
    if (!lines[last].equals(END)) {
      throw malformed("it has no last line");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(armored.length());
    for (int i = 1; i < last; i++) {
      out.writeBytes(decodeLine(line(lines, i), i == last - 1));
    }
    return out.toByteArray();
  }

  private static byte[] decodeLine(String line, boolean last) throws AgeException {
    boolean length = last ? !line.isEmpty() && line.length() <= COLUMNS : line.length() == COLUMNS;
    if (!length) {
      throw malformed("a line has a wrong length");
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(line.getBytes(StandardCharsets.ISO_8859_1));
      boolean full = last || bytes.length == COLUMNS / 4 * 3;
      if (full && Base64.getEncoder().encodeToString(bytes).equals(line)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Reported below without the library's message, which quotes the line.
    }
    throw malformed("a line is not canonical Base64");
  }

  private static String line(String[] lines, int i) {
    String line = lines[i];
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private static AgeException malformed(String why) {
    return new AgeException(Part.ARMOR, "the age armor is malformed: " + why);
  }
}
