package dev.sealconf.keys.providers.age;

import java.util.Locale;

/** The kinds of age recipients, by how their names begin ({@code docs/format.md §5}). */
public enum RecipientKind {
  X25519("an age recipient"),
  POST_QUANTUM("post-quantum age recipients are not supported yet"),
  PLUGIN("age plugin recipients are not supported yet"),
  SSH("ssh recipients are not supported yet"),
  /** A private key where a public one belongs: it must not be shown. */
  IDENTITY("this is an age identity, the secret half: only its recipient, age1…, belongs here"),
  UNKNOWN("not an age recipient");

  private final String refusal;

  RecipientKind(String refusal) {
    this.refusal = refusal;
  }

  /** Why a key of this kind can't be used here. */
  public String refusal() {
    return refusal;
  }

  /** The kind that the name claims to be; the name may still be malformed. */
  public static RecipientKind of(String name) {
    if (name.startsWith("age1pq1")) {
      return POST_QUANTUM;
    }
    if (name.startsWith("age1")) {
      return name.lastIndexOf('1') > 3 ? PLUGIN : X25519;
    }
    if (name.startsWith("ssh-")) {
      return SSH;
    }
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.contains("AGE-SECRET-KEY-") || upper.contains("AGE-PLUGIN-") ? IDENTITY : UNKNOWN;
  }
}
