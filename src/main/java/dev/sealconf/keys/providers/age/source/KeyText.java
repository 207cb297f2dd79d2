package dev.sealconf.keys.providers.age.source;

import dev.sealconf.keys.providers.age.KeyPair;
import dev.sealconf.keys.providers.age.X25519Identity;
import dev.sealconf.keys.providers.age.hybrid.HybridIdentity;
import dev.sealconf.keys.providers.age.plugin.PluginIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * The identities in a key file, one per line. A line that starts with {@code #} is a comment. White
 * space around lines, CRLF line ends and a byte order mark are accepted.
 *
 * @param identities those that this program can use itself
 * @param pluginIdentities those that need a plugin
 * @param problems what is wrong with the other lines; never their text
 */
record KeyText(
    List<KeyPair> identities, List<PluginIdentity> pluginIdentities, List<String> problems)
    implements AutoCloseable {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String PEM = "-----BEGIN ";
  private static final String POST_QUANTUM = "AGE-SECRET-KEY-PQ-1";
  private static final String PLUGIN = "AGE-PLUGIN-";

  static KeyText parse(String text) {
    String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    KeyText keys = new KeyText(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    if (content.startsWith(PEM)) {
      keys.problems.add("an ssh key: set SOPS_AGE_SSH_PRIVATE_KEY_FILE to its file instead");
      return keys;
    }
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

  /**
   * Wipes the private keys, as far as Java can. Plugin identities are strings, which can't be
   * wiped.
   */
  @Override
  public void close() {
    for (KeyPair identity : identities) {
      identity.close();
    }
  }

  /** Adds the identities on a line. SOPS allows several on one line in {@code SOPS_AGE_KEY}. */
  private void add(String line, int number) {
    StringTokenizer words = new StringTokenizer(line, " \t");
    while (words.hasMoreTokens()) {
      String word = words.nextToken();
      if (!taken(word)) {
        problems.add("line " + number + " " + refusal(word));
      }
    }
  }

  private boolean taken(String word) {
    if (word.startsWith(PLUGIN)) {
      Optional<PluginIdentity> identity = PluginIdentity.parse(word);
      return identity.isPresent() && pluginIdentities.add(identity.get());
    }
    Optional<? extends KeyPair> identity =
        word.startsWith(POST_QUANTUM) ? HybridIdentity.parse(word) : X25519Identity.parse(word);
    return identity.isPresent() && identities.add(identity.get());
  }

  private static String refusal(String word) {
    if (word.startsWith(POST_QUANTUM)) {
      return "is a malformed post-quantum identity";
    }
    return word.startsWith(PLUGIN)
        ? "is a malformed identity of a plugin"
        : "is not an age identity";
  }
}
