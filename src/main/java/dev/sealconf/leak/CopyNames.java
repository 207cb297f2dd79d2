package dev.sealconf.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that copies of a file have: names that people choose for a decrypted file, and names of the
 * backup, swap, undo and lock files of editors.
 */
final class CopyNames {
  private static final String ENCRYPTED = "enc|encrypted|sops|sealed";
  private static final String DECRYPTED = "dec|decrypted|plain|plaintext|clear|unencrypted";

  /**
   * Matches {@code app.enc.yaml}, {@code app.enc} and {@code app.yaml.enc}: names that say the file
   * is encrypted.
   */
  private static final Pattern SAYS_ENCRYPTED =
      Pattern.compile("(?<stem>.+?)\\.(?:" + ENCRYPTED + ")(?<suffix>\\.[^.]+)?");

  private static final Pattern SAYS_DECRYPTED =
      Pattern.compile("(?<stem>.+?)\\.(?:" + DECRYPTED + ")(?<suffix>\\.[^.]+)?");

  /** Patterns for editor files. Group 1 is the name of the original file. */
  private static final List<Pattern> EDITORS =
      List.of(
          Pattern.compile("\\.(.+)\\.sw[a-p]"), // Vim, swap
          Pattern.compile("\\.(.+)\\.un~"), // Vim, undo
          Pattern.compile("(.+)~"), // Vim, Emacs, nano: backup
          Pattern.compile("(.+)\\.~\\d+~"), // Emacs, numbered backup
          Pattern.compile("#(.+)#"), // Emacs, auto-save
          Pattern.compile("(.+)\\.save(?:\\.\\d+)?"), // nano, rescued
          Pattern.compile("\\.(.+)\\.kate-swp"),
          Pattern.compile("\\.(.+)~"),
          Pattern.compile("(.+)\\.sw[a-p]"));

  /** Names that other files often have, too. */
  private static final Pattern UNCERTAIN =
      Pattern.compile("(.+)\\.(?:bak|orig|old|backup|copy|tmp)");

  private CopyNames() {}

  /** Returns the possible names of the encrypted file if {@code name} is a copy of one. */
  static List<String> originals(String name) {
    List<String> originals = new ArrayList<>();
    for (Pattern editor : EDITORS) {
      Matcher matcher = editor.matcher(name);
      if (matcher.matches()) {
        originals.add(matcher.group(1));
      }
    }
    Matcher uncertain = UNCERTAIN.matcher(name);
    if (uncertain.matches()) {
      originals.add(uncertain.group(1));
    }
    plainName(name, SAYS_DECRYPTED).ifPresent(originals::add);
    return originals;
  }

  /** Returns whether files of this name are often no copies. */
  static boolean areUncertain(String name) {
    return UNCERTAIN.matcher(name).matches();
  }

  /**
   * Returns the name of a decrypted copy if the encrypted file's name says that it is encrypted.
   */
  static Optional<String> decrypted(String encrypted) {
    return plainName(encrypted, SAYS_ENCRYPTED);
  }

  private static Optional<String> plainName(String name, Pattern marked) {
    Matcher matcher = marked.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String suffix = matcher.group("suffix");
    return Optional.of(matcher.group("stem") + (suffix == null ? "" : suffix));
  }
}
