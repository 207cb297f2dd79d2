package dev.sealconf.envelope;

/**
 * The rule that says which leaves are sealed ({@code docs/format.md §6}): one of SOPS's six kinds
 * and its argument, or {@link Kind#EVERYTHING} for a binary file, which stores no rule.
 *
 * @param argument a suffix or an RE2 pattern; empty for {@code EVERYTHING}
 */
public record Selection(Kind kind, String argument) {

  /** The kinds, with the name of the metadata field and of the creation rule's field. */
  public enum Kind {
    UNENCRYPTED_SUFFIX("unencrypted_suffix"),
    ENCRYPTED_SUFFIX("encrypted_suffix"),
    UNENCRYPTED_REGEX("unencrypted_regex"),
    ENCRYPTED_REGEX("encrypted_regex"),
    UNENCRYPTED_COMMENT_REGEX("unencrypted_comment_regex"),
    ENCRYPTED_COMMENT_REGEX("encrypted_comment_regex"),
    EVERYTHING("");

    private final String field;

    Kind(String field) {
      this.field = field;
    }

    /** The field's name in the metadata and in {@code .sops.yaml}. */
    public String field() {
      return field;
    }
  }

  /** What SOPS takes where nothing is said. */
  public static final Selection DEFAULT = new Selection(Kind.UNENCRYPTED_SUFFIX, "_unencrypted");

  public static final Selection EVERYTHING = new Selection(Kind.EVERYTHING, "");
}
