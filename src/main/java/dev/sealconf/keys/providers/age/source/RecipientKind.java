package dev.sealconf.keys.providers.age.source;

import dev.sealconf.error.Printable;
import dev.sealconf.keys.providers.age.hybrid.HybridRecipient;
import dev.sealconf.keys.providers.age.plugin.PluginName;
import dev.sealconf.keys.providers.age.ssh.SshPublicKey;
import java.util.List;
import java.util.Locale;

/** The kinds of age recipients, recognized by how their names start ({@code docs/format.md §5}). */
enum RecipientKind {
  X25519,
  POST_QUANTUM,
  PLUGIN,
  SSH,
  /** A private key in place of a public one. It must not be shown. */
  IDENTITY,
  UNKNOWN;

  private static final String AGE = "age1";

  /** Returns the kind that a name claims to be. The name may still be malformed. */
  static RecipientKind of(String name) {
    if (name.startsWith(HybridRecipient.START)) {
      return POST_QUANTUM;
    }
    if (name.startsWith(AGE)) {
      return name.lastIndexOf('1') >= AGE.length() ? PLUGIN : X25519;
    }
    if (name.startsWith(SshPublicKey.START)) {
      return SSH;
    }
    String upper = name.toUpperCase(Locale.ROOT);
    boolean secret =
        upper.contains("AGE-SECRET-KEY-")
            || upper.contains("AGE-PLUGIN-")
            || upper.contains("PRIVATE KEY");
    return secret ? IDENTITY : UNKNOWN;
  }

  /** Returns advice for a recipient that was copied incorrectly. */
  String copyHint() {
    return switch (this) {
      case SSH ->
          "copy the whole line of the .pub file; age takes ssh-ed25519, and ssh-rsa from 2048 bits";
      case UNKNOWN -> "an age recipient starts with age1, ssh-ed25519 or ssh-rsa";
      case IDENTITY ->
          "age-keygen -y FILE prints the recipient of an identity, ssh-keygen -y -f FILE of an ssh"
              + " key";
      case X25519, POST_QUANTUM, PLUGIN -> "its last characters are a checksum: copy it again";
    };
  }

  /**
   * Returns advice for a user who has no identity for this recipient.
   *
   * @param file the default identity file, quoted
   */
  List<String> identityHints(String name, String file) {
    return switch (this) {
      case SSH ->
          List.of("name the file of the private ssh key: export SOPS_AGE_SSH_PRIVATE_KEY_FILE=…");
      case PLUGIN ->
          List.of(
              "put the identity "
                  + PluginName.ofRecipient(name)
                      .map(plugin -> "AGE-PLUGIN-" + plugin.text().toUpperCase(Locale.ROOT) + "-1…")
                      .map(Printable::plain)
                      .orElse("AGE-PLUGIN-…")
                  + " into "
                  + file);
      case X25519, POST_QUANTUM, IDENTITY, UNKNOWN ->
          List.of(
              "put the identity of an age recipient into " + file,
              "or name the file that holds it: export SOPS_AGE_KEY_FILE=…");
    };
  }
}
