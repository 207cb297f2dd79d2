package dev.sealconf.envelope.token;

import dev.sealconf.document.tree.TreePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The data that is authenticated with a value: the keys on its path, each followed by a colon
 * ({@code docs/format.md §1.2}). If a map's path is long, the paths below it share its bytes.
 */
public final class AdditionalData {
  /** The data of the root: one colon. */
  public static final AdditionalData ROOT = new AdditionalData(null, new byte[0]);

  private static final List<byte[]> COLON = List.of(new byte[] {':'});

  private static final byte[] NONE = {};

  /** Up to this many bytes, a copy costs less than a chain of parts. */
  private static final int SHORT = 256;

  private final AdditionalData above;
  private final byte[] own;
  private final int length;
  private int hash;

  private AdditionalData(AdditionalData above, byte[] own) {
    this.above = above;
    this.own = own;
    this.length = own.length + (above == null ? 0 : above.length);
  }

  /** Returns the data of a path. */
  public static AdditionalData of(TreePath path) {
    AdditionalData data = ROOT;
    for (TreePath.Step step : path.steps()) {
      data = data.then(step);
    }
    return data;
  }

  /** Returns this text as data. */
  public static AdditionalData of(String text) {
    return new AdditionalData(null, bytes(text));
  }

  /** Returns the data of a place one step further down. Positions in lists do not count. */
  public AdditionalData then(TreePath.Step step) {
    if (!(step instanceof TreePath.Key key)) {
      return this;
    }
    byte[] name = bytes(key.name());
    boolean joins = length + name.length < SHORT;
    byte[] joined = Arrays.copyOf(joins ? own : NONE, (joins ? own.length : 0) + name.length + 1);
    System.arraycopy(name, 0, joined, joined.length - 1 - name.length, name.length);
    joined[joined.length - 1] = ':';
    return new AdditionalData(joins || length == 0 ? null : this, joined);
  }

  /** Returns the bytes in parts. Do not change them. */
  public List<byte[]> parts() {
    if (this == ROOT) {
      return COLON;
    } else if (above == null) {
      return List.of(own);
    }
    Deque<byte[]> parts = new ArrayDeque<>();
    for (AdditionalData data = this; data != null; data = data.above) {
      parts.addFirst(data.own);
    }
    return List.copyOf(parts);
  }

  /** Equal instances have the same bytes, but the same bytes from other keys need not be equal. */
  @Override
  public boolean equals(Object other) {
    if (!(other instanceof AdditionalData data) || data.length != length) {
      return false;
    }
    AdditionalData one = this;
    for (AdditionalData two = data; one != two; two = two.above) {
      if (one == null || two == null || !Arrays.equals(one.own, two.own)) {
        return false;
      }
      one = one.above;
    }
    return true;
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      int found = 1;
      for (AdditionalData data = this; data != null; data = data.above) {
        found = 31 * found + Arrays.hashCode(data.own);
      }
      hash = found;
    }
    return hash;
  }

  /** Encodes the text as UTF-8. */
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Decodes UTF-8 text. */
  public static String string(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
