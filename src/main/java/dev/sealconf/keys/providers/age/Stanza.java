package dev.sealconf.keys.providers.age;

import java.util.List;
import java.util.Optional;

/**
 * A typed list of words with some bytes: in an age file, the file key wrapped for one recipient.
 *
 * @param arguments what follows the arrow: the type, then what the type needs; never empty
 * @param body the bytes, such as the wrapped file key
 */
public record Stanza(List<String> arguments, byte[] body) {
  private static final String ARROW = "->";

  /** The columns of a body; a shorter line ends it. */
  private static final int COLUMNS = 64;

  /** Where a stanza is read from. */
  @FunctionalInterface
  public interface Lines {
    /**
     * The next line without its line feed, a character for each byte.
     *
     * @throws AgeException if there is none
     */
    String next() throws AgeException;
  }

  /** The kind of recipient it is for. */
  public String type() {
    return arguments.get(0);
  }

  /**
   * The stanza that begins with this line.
   *
   * @param rest where its body follows
   * @throws AgeException if it is not exactly in the form that the specification gives
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

  /** Appends the stanza as it is in a header; its last line ends with a line feed. */
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
