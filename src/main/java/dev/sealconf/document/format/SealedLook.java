package dev.sealconf.document.format;

import java.util.regex.Pattern;

/** Recognizes typical text of sealed files, to guess their format. */
public final class SealedLook {
  private static final Pattern BINARY = Pattern.compile("\\s*\\{\\s*\"data\"\\s*:\\s*\"");

  private SealedLook() {}

  /** Returns whether a line starts with this text. */
  public static boolean hasLine(String text, String start) {
    return text.startsWith(start) || text.contains("\n" + start);
  }

  /** Returns whether this looks like a JSON object with metadata. */
  public static boolean isJson(String text) {
    return text.stripLeading().startsWith("{") && text.contains("\"sops\"");
  }

  /** Returns whether this looks like the JSON object that a binary file is sealed as. */
  public static boolean isBinary(String text) {
    return isJson(text) && BINARY.matcher(text).lookingAt();
  }
}
