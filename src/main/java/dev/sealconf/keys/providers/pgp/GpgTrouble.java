package dev.sealconf.keys.providers.pgp;

import java.util.List;

/** The reasons why gpg can't use a key, as far as its output distinguishes them. */
enum GpgTrouble {
  NO_PUBLIC_KEY(
      "gpg has no public key with this fingerprint",
      "import it: gpg --import FILE, or --recv-keys"),
  UNUSABLE_KEY(
      "gpg can't encrypt for it: the key has expired, was revoked, or is for signing only",
      "gpg --list-keys shows its state; gpg --refresh-keys fetches a renewed one"),
  NO_SECRET_KEY(
      "gpg has no secret key for it",
      "import the secret key: gpg --import FILE, or name the folder that has it in GNUPGHOME"),
  NO_PROMPT(
      "gpg needs its passphrase, and can't ask for it here",
      "in a terminal: export GPG_TTY=$(tty)",
      "without a terminal, give the passphrase to gpg-agent beforehand"),
  BAD_PASSPHRASE("the passphrase of its secret key is wrong"),
  CANCELLED("gpg did not get the passphrase of its secret key"),
  NO_CARD("its secret key is on a smartcard that is not inserted", "insert the card and try again"),
  NO_AGENT(
      "gpg can't reach its agent, which holds the secret keys",
      "gpgconf --launch gpg-agent says why; the path of GNUPGHOME may be too long"),
  OTHER_KEY("it is encrypted for a different key"),
  NOT_A_MESSAGE("its wrapped key is not an encrypted OpenPGP message"),
  DAMAGED("its wrapped key was changed or damaged, or gpg is too old for it");

  private final String message;
  private final List<String> hints;

  GpgTrouble(String message, String... hints) {
    this.message = message;
    this.hints = List.of(hints);
  }

  /**
   * Returns whether the trouble may end without a change to the keyrings: the user inserts a
   * smartcard, or an agent starts.
   */
  boolean isTemporary() {
    return this == NO_CARD || this == NO_AGENT;
  }

  String message() {
    return message;
  }

  List<String> hints() {
    return hints;
  }
}
