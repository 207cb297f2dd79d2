package dev.sealconf.envelope.token;

import dev.sealconf.document.TreePath;
import java.nio.charset.StandardCharsets;

/**
 * What is authenticated with a value: the keys on its path, each followed by a colon ({@code
 * docs/format.md §1.2}).
 */
public final class AdditionalData {
  private AdditionalData() {}

  /** The text for a path; positions in lists do not count, and the root is a single colon. */
  public static String text(TreePath path) {
    StringBuilder out = new StringBuilder();
    for (TreePath.Step step : path.steps()) {
      if (step instanceof TreePath.Key key) {
        out.append(key.name()).append(':');
      }
    }
    return out.isEmpty() ? ":" : out.toString();
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static String string(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
