package dev.sealconf.config;

import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.spi.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Labels for recipients: the comment after a recipient on its line in the configuration file, or
 * else a comment on the line directly above. For an ssh key without either, the label is the key's
 * own comment.
 */
public final class RecipientLabels {
  /** Shorter text could match in the wrong place. */
  private static final int SHORTEST = 4;

  private final List<String> lines;

  private RecipientLabels(List<String> lines) {
    this.lines = lines;
  }

  /** Reads the labels in a configuration file. */
  static RecipientLabels in(byte[] file) {
    return new RecipientLabels(new String(file, StandardCharsets.UTF_8).lines().toList());
  }

  /** Returns no labels, except those that are part of a recipient. */
  public static RecipientLabels none() {
    return new RecipientLabels(List.of());
  }

  /** Returns the label of a master key. Untrusted. */
  public Optional<String> of(MasterKey key) {
    return texts(key).stream()
        .flatMap(text -> besides(text).stream())
        .findFirst()
        .or(() -> ofSshKey(key.name()));
  }

  /**
   * Returns the texts that may stand for a key in the file: its name, or a field that the name
   * starts with.
   */
  private static List<String> texts(MasterKey key) {
    List<String> texts = new ArrayList<>(List.of(key.name()));
    for (Field field : key.fields().values()) {
      if (field instanceof Field.Text text && key.name().startsWith(text.value())) {
        texts.add(text.value());
      }
    }
    return texts.stream().filter(text -> text.length() >= SHORTEST).toList();
  }

  private Optional<String> besides(String text) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int start = line.indexOf(text);
      if (start >= 0 && !isComment(line)) {
        Optional<String> behind = behind(line.substring(start + text.length()));
        Optional<String> label = behind.isPresent() || i == 0 ? behind : above(lines.get(i - 1));
        if (label.isPresent()) {
          return label;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the comment after a recipient. If there are more recipients on the line, the comment
   * isn't about this one alone.
   */
  private static Optional<String> behind(String rest) {
    int comment = rest.indexOf(" #");
    String between = comment < 0 ? rest : rest.substring(0, comment);
    return comment < 0 || between.contains(",")
        ? Optional.empty()
        : worded(rest.substring(comment + 2));
  }

  private static Optional<String> above(String line) {
    return isComment(line) ? worded(line.strip().substring(1)) : Optional.empty();
  }

  private static boolean isComment(String line) {
    return line.strip().startsWith("#");
  }

  private static Optional<String> worded(String comment) {
    return Optional.of(comment.strip()).filter(text -> !text.isEmpty());
  }

  /** Returns the third word of {@code ssh-ed25519 AAAA… alice@laptop}. */
  private static Optional<String> ofSshKey(String name) {
    String[] words = name.strip().split("\\s+", 3);
    return words.length == 3 && words[0].startsWith("ssh-") ? worded(words[2]) : Optional.empty();
  }
}
