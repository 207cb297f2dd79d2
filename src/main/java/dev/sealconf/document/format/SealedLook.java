package dev.sealconf.document.format;

import java.util.regex.Pattern;

/** What sealed files look like from far away: enough for a guess at their format. */
public final class SealedLook {
  private static final Pattern BINARY = Pattern.compile("\\s*\\{\\s*\"data\"\\s*:\\s*\"");

  private SealedLook() {}

  /** Whether a line starts like this. */
  public static boolean hasLine(String text, String start) {
    return text.startsWith(start) || text.contains("\n" + start);
  }

  /** Whether this is a JSON object with metadata. */
  public static boolean isJson(String text) {
    return text.stripLeading().startsWith("{") && text.contains("\"sops\"");
  }

  /** Whether this is the JSON object that a binary file is sealed as. */
  public static boolean isBinary(String text) {
    return isJson(text) && BINARY.matcher(text).lookingAt();
  }
}
