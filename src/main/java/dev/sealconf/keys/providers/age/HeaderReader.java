package dev.sealconf.keys.providers.age;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the header at the start of an age file. */
final class HeaderReader {
  private final byte[] file;
  private int at;

  private HeaderReader(byte[] file) {
    this.file = file;
  }

  /**
   * Reads the header.
   *
   * @throws AgeException if it doesn't follow the specification exactly
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
      stanzas.add(Stanza.read(line, this::line));
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
    Optional<byte[]> mac = Base64Text.decode(line.substring(prefix.length()));
    if (mac.isEmpty() || mac.get().length != Header.MAC) {
      throw malformed("its MAC is not 32 bytes");
    }
    return mac.get();
  }

  /** Reads the next line, without its line feed. */
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

  private static AgeException malformed(String why) {
    return new AgeException(AgeException.Part.HEADER, "the age header is malformed: " + why);
  }
}
