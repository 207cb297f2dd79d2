package dev.sealconf.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which names copies of a file have: those that people choose for a decrypted file, and those of
 * backup, swap, undo and lock files of editors.
 */
final class CopyNames {
  private static final String ENCRYPTED = "enc|encrypted|sops|sealed";
  private static final String DECRYPTED = "dec|decrypted|plain|plaintext|clear|unencrypted";

  /** {@code app.enc.yaml}, {@code app.enc}, {@code app.yaml.enc}: an encrypted file says so. */
  private static final Pattern SAYS_ENCRYPTED =
      Pattern.compile("(?<stem>.+?)\\.(?:" + ENCRYPTED + ")(?<suffix>\\.[^.]+)?");

  private static final Pattern SAYS_DECRYPTED =
      Pattern.compile("(?<stem>.+?)\\.(?:" + DECRYPTED + ")(?<suffix>\\.[^.]+)?");

  /** Each with its file's name as the one group. */
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
          Pattern.compile("(.+)\\.sw[a-p]"),
          Pattern.compile("(.+)\\.(?:bak|orig|old|backup|copy|tmp)"));

  private CopyNames() {}

  /** The names that the encrypted file may have of which {@code name} is a copy. */
  static List<String> originals(String name) {
    List<String> originals = new ArrayList<>();
    for (Pattern editor : EDITORS) {
      Matcher matcher = editor.matcher(name);
      if (matcher.matches()) {
        originals.add(matcher.group(1));
      }
    }
    plainName(name, SAYS_DECRYPTED).ifPresent(originals::add);
    return originals;
  }

  /** The name that a decrypted copy has if the encrypted file says that it is encrypted. */
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
