package dev.sealconf.document.format;

import dev.sealconf.document.SourceText;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.SealconfException;

/** Detects files that git left with an unresolved conflict. */
public final class MergeConflict {
  private static final byte[] MARKER = {'<', '<', '<', '<', '<', '<', '<', ' '};

  private MergeConflict() {}

  /**
   * Refuses a text with a line that starts with git's first conflict marker.
   *
   * @throws SealconfException with {@code COULD_NOT_READ_INPUT} and the line
   */
  public static void refuse(SourceText source) {
    byte[] in = source.bytes();
    for (int i = 0; i + MARKER.length <= in.length; i++) {
      if (in[i] == '<' && (i == 0 || in[i - 1] == '\n') && startsHere(in, i)) {
        throw new FileFailure.Malformed("the file has an unresolved merge conflict")
            .at(source.locate(i))
            .hint("resolve it, or choose one side: git checkout --ours or --theirs");
      }
    }
  }

  private static boolean startsHere(byte[] in, int from) {
    for (int i = 0; i < MARKER.length; i++) {
      if (in[from + i] != MARKER[i]) {
        return false;
      }
    }
    return true;
  }
}
