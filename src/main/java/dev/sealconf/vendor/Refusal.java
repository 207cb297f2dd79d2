package dev.sealconf.vendor;

/** The ways in which a service can fail to fulfill a request. */
public enum Refusal {
  /** No credentials on this machine. The detail lists the places searched. */
  NO_CREDENTIALS("no credentials for %s: looked in %s"),
  /**
   * The credentials can't be read, or the service rejects them. The detail says where they come
   * from.
   */
  CREDENTIALS_REFUSED("the credentials for %s are not accepted: they are from %s"),
  /** The detail says where the credentials come from. */
  DENIED("%s does not allow the credentials from %s to use this key"),
  MISSING("%s has no such key"),
  DISABLED("the key is disabled, expired or destroyed in %s"),
  /** The wrapped key was made with another key, or was changed. */
  UNFIT("%s can't unwrap it with this key: it was wrapped with another one, or changed"),
  /** The key exists but can't encrypt. */
  WRONG_KIND("%s can't encrypt with this key"),
  BUSY("%s is busy"),
  /** The detail is the host. */
  UNREACHABLE("%s can't be reached: no answer from %s"),
  /** The detail is the host. */
  UNTRUSTED("the connection to %s is not safe: no trusted authority signed the certificate of %s"),
  /** The detail says what is wrong with the setting. */
  MISCONFIGURED("can't send a request to %s: %s"),
  /** The detail says what is wrong with the answer. */
  UNUSABLE_ANSWER("%s sent an invalid answer: %s");

  private final String text;

  Refusal(String text) {
    this.text = text;
  }

  /** Returns what happened, for a service with this name. */
  String describe(String service, String detail) {
    return text.formatted(service, detail);
  }

  /** Returns whether an immediate retry may help. */
  boolean isWorthRetrying() {
    return this == BUSY || this == UNREACHABLE;
  }

  /**
   * Returns whether the service decided about this key, so that a later request would fail in the
   * same way.
   */
  boolean isDefinite() {
    return switch (this) {
      case DENIED, MISSING, DISABLED, UNFIT, WRONG_KIND, MISCONFIGURED -> true;
      case NO_CREDENTIALS, CREDENTIALS_REFUSED, BUSY, UNREACHABLE, UNTRUSTED, UNUSABLE_ANSWER ->
          false;
    };
  }
}
