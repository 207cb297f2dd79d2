package dev.sealconf.document.format.yaml.strict;

/** Refuses anchor names, plain scalars and escapes that SOPS reads differently. */
final class FlowScalars {
  private final byte[] bytes;
  private final Refusal refusal;

  FlowScalars(byte[] bytes, Refusal refusal) {
    this.bytes = bytes;
    this.refusal = refusal;
  }

  /** Checks the name of an anchor, after its indicator. */
  void name(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      byte b = bytes[i];
      boolean word = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
      if (!word && b != '-' && b != '_') {
        throw refusal.at(
            start,
            "SOPS reads a different name for this anchor",
            "name anchors with the letters A to Z, digits, - and _ only");
      }
    }
  }

  /** Checks a plain scalar in brackets. */
  void plainInFlow(int start, int end) {
    boolean cut = bytes[start] == ':';
    for (int i = start; i < end; i++) {
      cut |= bytes[i] == '?';
    }
    boolean colon = end < bytes.length && bytes[end] == ':';
    cut |= colon && end + 1 < bytes.length && (bytes[end + 1] > ' ' || bytes[end + 1] < 0);
    if (cut) {
      throw refusal.at(start, "SOPS reads this text in brackets differently", "put it in quotes");
    }
  }

  /**
   * Checks escapes in double quotes: SOPS accepts neither an escaped slash nor escaped halves of a
   * surrogate pair.
   */
  void escapes(int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] != '\\') {
        continue;
      }
      byte kind = bytes[++i];
      boolean half =
          kind == 'u'
              && (bytes[i + 1] == 'd' || bytes[i + 1] == 'D')
              && Character.digit(bytes[i + 2], 16) >= 8;
      if (kind == '/' || half) {
        throw refusal.at(i - 1, "SOPS does not know this escape", "write the character as it is");
      }
    }
  }
}
