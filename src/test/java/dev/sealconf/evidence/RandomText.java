package dev.sealconf.evidence;

import java.util.List;
import java.util.Random;

/** Pieces of text from a seed, chosen to be troublesome for parsers and printers. */
final class RandomText {
  private static final String[] WORDS = {
    "alpha",
    "Grüße",
    "密码",
    "🔑",
    "x",
    "hunter2",
    "it's",
    "C:\\dir",
    "a:b",
    "a#b",
    "http://h/p?q=1",
    "e\u0301",
    "100%",
    "$HOME",
    "a=b",
    "~/.ssh",
    "<tag>",
    "&amp;",
    "\u00a0",
    "(x)",
    "true",
    "null",
    "no"
  };

  private final Random random;

  RandomText(Random random) {
    this.random = random;
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** A number from 0 to {@code bound - 1}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  String word() {
    return pick(WORDS);
  }

  /** One to {@code most} words with single spaces between them. */
  String words(int most) {
    StringBuilder text = new StringBuilder(word());
    for (int i = below(most); i > 0; i--) {
      text.append(' ').append(word());
    }
    return text.toString();
  }

  /** ASCII letters only: text that needs no quoting anywhere, and reads as nothing but a string. */
  String plainWords(int most) {
    StringBuilder text = new StringBuilder("w");
    for (int i = below(most * 4) + 1; i > 0; i--) {
      text.append((char) ('a' + below(26)));
      if (i > 1 && chance(20)) {
        text.append(" v");
      }
    }
    return text.toString();
  }

  String spaces(int least, int most) {
    return " ".repeat(least + below(most - least + 1));
  }

  byte[] bytes(int most) {
    byte[] bytes = new byte[below(most + 1)];
    random.nextBytes(bytes);
    return bytes;
  }
}
