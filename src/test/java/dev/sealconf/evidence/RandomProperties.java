package dev.sealconf.evidence;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Valid {@code .properties} files from a seed, in everything that the syntax allows. */
final class RandomProperties {
  private final RandomText text;
  private final StringBuilder out = new StringBuilder();
  private int names;

  private RandomProperties(long seed) {
    text = new RandomText(new Random(seed));
  }

  /** A file in UTF-8. */
  static byte[] file(long seed) {
    return new RandomProperties(seed).bytes(StandardCharsets.UTF_8);
  }

  /** A file in ISO 8859-1; characters that it doesn't have are question marks. */
  static byte[] latin1(long seed) {
    return new RandomProperties(seed).bytes(StandardCharsets.ISO_8859_1);
  }

  /** A file that SOPS reads the same as an ENV file. */
  static byte[] likeEnv(long seed) {
    RandomProperties random = new RandomProperties(seed);
    for (int i = random.text.below(8); i >= 0; i--) {
      String value = random.text.words(3).replace("\\", "/");
      random.out.append(
          random.text.pick(
              "\n",
              "# " + value + "\n",
              "#\n",
              random.plainName() + "=\n",
              random.plainName() + "=" + value + "\n",
              random.plainName() + "=" + value + "\\n" + value + " \n"));
    }
    return random
        .out
        .append(random.plainName())
        .append("=last\n")
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] bytes(Charset charset) {
    out.append("first=").append(value()).append('\n');
    for (int i = text.below(12); i > 0; i--) {
      line();
    }
    String whole = out.toString();
    if (text.chance(15)) {
      whole = whole.replaceFirst("\\n\\z", "");
    }
    if (text.chance(5)) {
      whole = whole.replaceFirst("\\n?\\z", "") + "\nlast=" + text.words(1) + "\\";
    }
    whole = text.chance(20) ? whole.replace("\n", text.pick("\r\n", "\r\n", "\r")) : whole;
    boolean marked = charset.equals(StandardCharsets.UTF_8) && text.chance(5);
    return (marked ? "\ufeff" + whole : whole).getBytes(charset);
  }

  private void line() {
    switch (text.below(12)) {
      case 0 -> out.append(text.pick("\n", "  \n", "\t\f\n", "\\\n  \n"));
      case 1 -> out.append(text.pick("#", "# ", "!", "  # ", "#a=")).append(text.words(3));
      case 2 -> out.append(text.pick("", " ")).append(name());
      default ->
          out.append(text.pick("", "", "", "  ", "\t", "\\\n"))
              .append(name())
              .append(text.pick("=", "=", " = ", ":", ": ", " ", "\t", " \\\n  = ", "=\\\n "))
              .append(value());
    }
    out.append('\n');
  }

  private String name() {
    String number = names++ + (text.chance(10) ? "_unencrypted" : "");
    return text.pick("db.key", "KEY_", "a\\ b\\:", "\\u0061", "größe.", "a\\\n  b") + number;
  }

  private String plainName() {
    return text.pick("db.key", "KEY_", "größe.") + names++;
  }

  private String value() {
    String words = text.words(4);
    return switch (text.below(9)) {
      case 0 -> "";
      case 1 -> words + "\\\n    " + words;
      case 2 -> "\\\n\\\n  " + words + "\\\n\n";
      case 3 -> words + "\\u00e9\\uD83D\\uDE00\\t\\n";
      case 4 -> "\\ " + words + "  ";
      case 5 -> words + text.pick(" # no comment", "\\\\", "==", "${db.key0}", "\u2028", "\\q");
      case 6 -> '"' + words + '"';
      default -> words;
    };
  }
}
