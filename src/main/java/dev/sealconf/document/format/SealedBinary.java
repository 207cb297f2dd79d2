package dev.sealconf.document.format;

import java.nio.charset.StandardCharsets;

/** Recognizes the JSON that a binary file is sealed as. */
final class SealedBinary {
  private SealedBinary() {}

  static boolean is(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1).stripLeading();
    return text.startsWith("{") && text.contains("\"data\"") && text.contains("\"sops\"");
  }
}
