package dev.sealconf.git.repository;

import java.nio.charset.StandardCharsets;

/**
 * A path as git stores it: relative to the top of the work tree, with slashes, in any bytes.
 *
 * @param bytes one character for each byte (ISO 8859-1)
 */
public record GitPath(String bytes) {

  /** Returns the path with this text. */
  public static GitPath of(String text) {
    return new GitPath(
        new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }

  /** Returns the path as text, read as UTF-8. */
  public String text() {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
