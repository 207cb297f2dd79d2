package dev.sealconf.vendor.vault;

import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;

/** Encodes paths from a file's metadata so that they are safe to put into a URL. */
public final class Segments {
  private static final String PLAIN = "-._~";

  private Segments() {}

  /**
   * Percent-encodes everything in a path except slashes, letters, digits and {@code -._~} (RFC 3986
   * §2.1).
   *
   * @throws SealconfException if a segment is empty, or leads to another folder
   */
  public static String encoded(String path) {
    StringBuilder out = new StringBuilder();
    for (String segment : path.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        throw new KeyFailure.Malformed(Printable.quote(path) + " is not a path of a Vault");
      }
      out.append(out.length() == 0 ? "" : "/");
      for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
        char c = (char) (b & 0xff);
        boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        if (letter || PLAIN.indexOf(c) >= 0) {
          out.append(c);
        } else {
          out.append(String.format("%%%02X", (int) c));
        }
      }
    }
    return out.toString();
  }
}
