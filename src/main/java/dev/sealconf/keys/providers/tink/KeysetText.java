package dev.sealconf.keys.providers.tink;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Finds keysets in the clear in a text. An encrypted keyset is none. */
public final class KeysetText {
  private static final String PRIMARY = "\"primaryKeyId\"";
  private static final Pattern SECRET =
      Pattern.compile("\"keyMaterialType\"\\s*+:\\s*+\"(?:SYMMETRIC|ASYMMETRIC_PRIVATE)\"");

  private KeysetText() {}

  /** Returns where the number of the primary key of the first one is. */
  public static OptionalInt find(String text) {
    int primary = text.indexOf(PRIMARY);
    return primary >= 0 && text.contains("\"keyData\"") && SECRET.matcher(text).find()
        ? OptionalInt.of(primary)
        : OptionalInt.empty();
  }
}
