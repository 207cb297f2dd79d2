package dev.sealconf.vendor;

/** The ways in which a service does not do what it was asked. */
public enum Refusal {
  /** Nothing on this machine says who the user is; the detail lists where that was looked for. */
  NO_CREDENTIALS("no credentials for %s: looked in %s"),
  /**
   * The credentials can't be read, or no service accepts them; the detail says where they are from.
   */
  CREDENTIALS_REFUSED("the credentials for %s are not accepted: they are from %s"),
  /** The detail says where the credentials are from. */
  DENIED("%s does not allow the credentials from %s to use this key"),
  MISSING("%s has no such key"),
  DISABLED("the key is disabled, expired or destroyed in %s"),
  /** The wrapped key is not of this key, or was changed. */
  UNFIT("%s can't unwrap it with this key: it was wrapped with another one, or changed"),
  /** The key is there, and not for encryption. */
  WRONG_KIND("%s can't encrypt with this key"),
  BUSY("%s is busy"),
  /** The detail is the host. */
  UNREACHABLE("%s can't be reached: no answer from %s"),
  /** The detail is the host. */
  UNTRUSTED("the connection to %s is not safe: no trusted authority signed the certificate of %s"),
  /** The detail says what about the setting. */
  MISCONFIGURED("%s can't be asked: %s"),
  /** The detail says what about the answer. */
  UNUSABLE_ANSWER("%s sent an invalid answer: %s");

  private final String text;

  Refusal(String text) {
    this.text = text;
  }

  /** What happened, for a service of this name. */
  String describe(String service, String detail) {
    return text.formatted(service, detail);
  }

  /** Whether asking again at once may help. */
  boolean isWorthRetrying() {
    return this == BUSY || this == UNREACHABLE;
  }

  /** Whether the service decided about this key, so that asking later gives the same answer. */
  boolean isDefinite() {
    return switch (this) {
      case DENIED, MISSING, DISABLED, UNFIT, WRONG_KIND, MISCONFIGURED -> true;
      case NO_CREDENTIALS, CREDENTIALS_REFUSED, BUSY, UNREACHABLE, UNTRUSTED, UNUSABLE_ANSWER ->
          false;
    };
  }
}
