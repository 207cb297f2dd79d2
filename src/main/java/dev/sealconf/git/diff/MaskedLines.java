package dev.sealconf.git.diff;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that can't be read as its format, masked line by line, so that a comparison still shows
 * which lines changed. Only conflict markers, blank lines and keys in front of tokens are shown.
 */
final class MaskedLines {
  private static final Pattern SHOWN =
      Pattern.compile("\\s*|<{7}( .*)?|={7}|>{7}( .*)?|\\|{7}( .*)?");
  private static final Pattern SEALED =
      Pattern.compile(
          "(\\s*(?:- )?[\"']?[A-Za-z0-9_.-]{1,100}[\"']?\\s{0,3}[:=]\\s{0,3}|\\s*- |[#;] ?)[\"']?"
              + "(ENC\\[AES256_GCM,[A-Za-z0-9+/=:,_]+\\])[\"']?,?\\s*");

  private MaskedLines() {}

  static byte[] of(byte[] text, Fingerprints fingerprints) {
    StringBuilder masked = new StringBuilder();
    String characters = new String(text, StandardCharsets.ISO_8859_1);
    for (String line : characters.split("(?<=\n)")) {
      String bare = line.replaceAll("[\\r\\n]+$", "");
      Matcher sealed = SEALED.matcher(bare);
      if (SHOWN.matcher(bare).matches()) {
        masked.append(bare);
      } else if (sealed.matches()) {
        masked.append(sealed.group(1)).append(fingerprints.encrypted(sealed.group(2)));
      } else {
        masked.append(fingerprints.hiddenText(bare.getBytes(StandardCharsets.ISO_8859_1)));
      }
      masked.append(line.substring(bare.length()));
    }
    return masked.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
