package dev.sealconf.keys.providers.age;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the header at the start of an age file. */
final class HeaderReader {
  private final byte[] file;
  private int at;

  private HeaderReader(byte[] file) {
    this.file = file;
  }

  /**
   * The header.
   *
   * @throws AgeException if it is not exactly in the form that the specification gives
   */
  static Header read(byte[] file) throws AgeException {
    return new HeaderReader(file).header();
  }

  private Header header() throws AgeException {
    if (!line().equals(Header.VERSION)) {
      throw malformed("its version is unknown");
    }
    List<Stanza> stanzas = new ArrayList<>();
    while (true) {
      int start = at;
      String line = line();
      if (line.startsWith(Header.DASHES)) {
        byte[] signed = Arrays.copyOf(file, start + Header.DASHES.length());
        return new Header(atLeastOne(stanzas), signed, mac(line), at);
      }
      stanzas.add(stanza(line));
    }
  }

  private static List<Stanza> atLeastOne(List<Stanza> stanzas) throws AgeException {
    if (stanzas.isEmpty()) {
      throw malformed("it has no stanza");
    }
    return List.copyOf(stanzas);
  }

  private static byte[] mac(String line) throws AgeException {
    String prefix = Header.DASHES + " ";
    if (!line.startsWith(prefix)) {
      throw malformed("its last line has no MAC");
    }
    return Base64Text.decode(line.substring(prefix.length()))
        .filter(mac -> mac.length == Header.MAC)
        .orElseThrow(() -> malformed("its MAC is not 32 bytes"));
  }

  private Stanza stanza(String line) throws AgeException {
    String[] words = line.split(" ", -1);
    if (words.length < 2 || !words[0].equals(Header.ARROW)) {
      throw malformed("a stanza does not start with an arrow and a type");
    }
    for (String word : words) {
      if (!isVisible(word)) {
        throw malformed("a stanza's argument is empty or holds a forbidden character");
      }
    }
    return new Stanza(List.of(words).subList(1, words.length), body());
  }

  private byte[] body() throws AgeException {
    StringBuilder text = new StringBuilder();
    String line;
    do {
      line = line();
      if (line.length() > Header.COLUMNS) {
        throw malformed("a stanza's line is too long");
      }
      text.append(line);
    } while (line.length() == Header.COLUMNS);
    return Base64Text.decode(text.toString())
        .orElseThrow(() -> malformed("a stanza's body is not canonical Base64"));
  }

  /** The next line without its line feed. */
  private String line() throws AgeException {
    for (int end = at; end < file.length; end++) {
      if (file[end] == '\n') {
        String line = new String(file, at, end - at, StandardCharsets.ISO_8859_1);
        at = end + 1;
        return line;
      }
    }
    throw malformed("it ends too soon");
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
    return new AgeException(AgeException.Part.HEADER, "the age header is malformed: " + why);
  }
}
