package dev.sealconf.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sealed file as text, for a look at what a change left alone. */
record SealedText(String text) {
  private static final Pattern TOKEN = Pattern.compile("ENC\\[AES256_GCM,[^\\]]*\\]");
  private static final Pattern SEAL = Pattern.compile("v1:[A-Za-z0-9_-]+");
  private static final Pattern TIME =
      Pattern.compile("(lastmodified\"?\\s*[:=]\\s*\"?)[0-9TZ:.-]+");
  private static final Pattern WRAPPED =
      Pattern.compile(
          "-----BEGIN AGE ENCRYPTED FILE-----.*?-----END AGE ENCRYPTED FILE-----", Pattern.DOTALL);

  static SealedText of(byte[] bytes) {
    return new SealedText(new String(bytes, StandardCharsets.UTF_8));
  }

  /** Every token, in order; the MAC is one of them. */
  List<String> tokens() {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  /** Every wrapped key of age, in order. */
  List<String> wrappedKeys() {
    return WRAPPED.matcher(text).results().map(MatchResult::group).toList();
  }

  /** Every time that {@code lastmodified} says. */
  List<String> times() {
    return TIME.matcher(text).results().map(MatchResult::group).toList();
  }

  /** The text without what a new value or a new time must change. */
  String withoutTokens() {
    String masked = TOKEN.matcher(text).replaceAll("TOKEN");
    return TIME.matcher(SEAL.matcher(masked).replaceAll("SEAL")).replaceAll("$1TIME");
  }

  /** The text without what a new data key must change. */
  String withoutKey() {
    return WRAPPED.matcher(withoutTokens()).replaceAll("WRAPPED");
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
