package dev.sealconf.envelope.spelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text of a plain file outside its values that its sealed form can't hold. */
public final class Patches {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private Patches() {}

  /** Returns the bytes after applying the patches that match. */
  public static byte[] make(byte[] bytes, List<Spelling.Patch> patches) {
    byte[] patched = bytes;
    for (Spelling.Patch patch : patches) {
      int length = patch.was().length;
      int start = patch.fromEnd() ? patched.length - patch.skip() - length : patch.skip();
      boolean fits =
          start >= 0
              && start + length <= patched.length
              && Arrays.equals(Arrays.copyOfRange(patched, start, start + length), patch.was());
      if (fits) {
        patched = replaced(patched, start, start + length, patch.is());
      }
    }
    return patched;
  }

  private static byte[] replaced(byte[] bytes, int start, int end, byte[] text) {
    byte[] out = Arrays.copyOf(bytes, bytes.length - (end - start) + text.length);
    System.arraycopy(text, 0, out, start, text.length);
    System.arraycopy(bytes, end, out, start + text.length, bytes.length - end);
    return out;
  }

  /**
   * Returns the patches that turn {@code restored} into {@code whole}: at most two, one for a byte
   * order mark that the sealed file can't hold and one for the rest.
   */
  public static List<Spelling.Patch> between(byte[] restored, byte[] whole) {
    List<Spelling.Patch> patches = new ArrayList<>();
    byte[] was = restored;
    if (startsWithMark(whole) && !startsWithMark(was)) {
      patches.add(new Spelling.Patch(false, 0, new byte[0], MARK.clone()));
      byte[] marked = Arrays.copyOf(MARK, MARK.length + was.length);
      System.arraycopy(was, 0, marked, MARK.length, was.length);
      was = marked;
    }
    if (!Arrays.equals(was, whole)) {
      patches.add(difference(was, whole));
    }
    return patches;
  }

  private static Spelling.Patch difference(byte[] was, byte[] is) {
    int shorter = Math.min(was.length, is.length);
    int prefix = Arrays.mismatch(was, is);
    int suffix = 0;
    while (suffix < shorter - prefix
        && was[was.length - 1 - suffix] == is[is.length - 1 - suffix]) {
      suffix++;
    }
    boolean fromEnd = suffix < prefix;
    return new Spelling.Patch(
        fromEnd,
        fromEnd ? suffix : prefix,
        Arrays.copyOfRange(was, prefix, was.length - suffix),
        Arrays.copyOfRange(is, prefix, is.length - suffix));
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= MARK.length && Arrays.equals(Arrays.copyOf(bytes, MARK.length), MARK);
  }
}
