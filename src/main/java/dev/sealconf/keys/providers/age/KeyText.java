package dev.sealconf.keys.providers.age;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * The identities of a key file: one a line, {@code #} starts a comment line. White space around
 * lines, CRLF and a byte order mark are let pass.
 *
 * @param identities those that can be used
 * @param problems what is wrong with the other lines; never their text
 */
record KeyText(List<X25519Identity> identities, List<String> problems) {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  static KeyText parse(String text) {
    String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    KeyText keys = new KeyText(new ArrayList<>(), new ArrayList<>());
    int number = 0;
    for (String line : content.split("\n", -1)) {
      number++;
      String trimmed = line.trim();
      if (!trimmed.isEmpty() && trimmed.charAt(0) != '#') {
        keys.add(trimmed, number);
      }
    }
    return keys;
  }

  /** Several identities may stand in a line, as SOPS lets them in {@code SOPS_AGE_KEY}. */
  private void add(String line, int number) {
    StringTokenizer words = new StringTokenizer(line, " \t");
    while (words.hasMoreTokens()) {
      String word = words.nextToken();
      Optional<X25519Identity> identity = X25519Identity.parse(word);
      if (identity.isPresent()) {
        identities.add(identity.get());
      } else {
        problems.add("line " + number + " " + refusal(word));
      }
    }
  }

  private static String refusal(String word) {
    if (word.startsWith("AGE-SECRET-KEY-PQ-1")) {
      return "is a post-quantum identity, which sealconf does not support yet";
    }
    if (word.startsWith("AGE-PLUGIN-")) {
      return "is a plugin's identity, which sealconf does not support yet";
    }
    return "is not an age identity";
  }
}
