package dev.sealconf.keys.providers.age;

import java.util.List;
import java.util.Optional;

/**
 * A list of words and a body of bytes. In an age file, a stanza holds the file key wrapped for one
 * recipient.
 *
 * @param arguments the words after the arrow: the type, then the type's own arguments; never empty
 * @param body the bytes, such as the wrapped file key
 */
public record Stanza(List<String> arguments, byte[] body) {
  private static final String ARROW = "->";

  /** The length of a full body line; a shorter line ends the body. */
  private static final int COLUMNS = 64;

  /** A source of lines to read a stanza from. */
  @FunctionalInterface
  public interface Lines {
    /**
     * Returns the next line without its line feed, one character for each byte.
     *
     * @throws AgeException if there is none
     */
    String next() throws AgeException;
  }

  /** Returns the type, which says what kind of recipient the stanza is for. */
  public String type() {
    return arguments.get(0);
  }

  /**
   * Reads the stanza that starts with this line.
   *
   * @param rest supplies the lines of its body
   * @throws AgeException if the stanza doesn't follow the specification exactly
   */
  public static Stanza read(String line, Lines rest) throws AgeException {
    String[] words = line.split(" ", -1);
    if (words.length < 2 || !words[0].equals(ARROW)) {
      throw malformed("does not start with an arrow and a type");
    }
    for (String word : words) {
      if (!isVisible(word)) {
        throw malformed("has an argument that is empty or holds a forbidden character");
      }
    }
    return new Stanza(List.of(words).subList(1, words.length), readBody(rest));
  }

  private static byte[] readBody(Lines lines) throws AgeException {
    StringBuilder text = new StringBuilder();
    String line;
    do {
      line = lines.next();
      if (line.length() > COLUMNS) {
        throw malformed("has a line that is too long");
      }
      text.append(line);
    } while (line.length() == COLUMNS);
    Optional<byte[]> body = Base64Text.decode(text.toString());
    if (body.isEmpty()) {
      throw malformed("has a body that is not canonical Base64");
    }
    return body.get();
  }

  /** Appends the stanza in its header form; the last line ends with a line feed. */
  public void write(StringBuilder text) {
    text.append(ARROW);
    for (String argument : arguments) {
      text.append(' ').append(argument);
    }
    text.append('\n');
    String encoded = Base64Text.encode(body);
    int at = 0;
    for (; encoded.length() - at >= COLUMNS; at += COLUMNS) {
      text.append(encoded, at, at + COLUMNS).append('\n');
    }
    text.append(encoded, at, encoded.length()).append('\n');
  }

  private static boolean isVisible(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < '!' || word.charAt(i) > '~') {
        return false;
      }
    }
    return !word.isEmpty();
  }

  private static AgeException malformed(String why) {
    return new AgeException(
        AgeException.Part.HEADER, "the age header is malformed: a stanza " + why);
  }
}
