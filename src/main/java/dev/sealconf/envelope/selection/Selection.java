package dev.sealconf.envelope.selection;

/**
 * The rule that says which leaves are sealed ({@code docs/format.md §6}): one of SOPS's six kinds
 * and its argument. A binary file stores no rule; then {@link #UNSAID} holds.
 *
 * @param argument a suffix or an RE2 pattern
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
    /** No rule is stored; SOPS then goes by the suffix {@code _unencrypted}. */
    UNSAID("");

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

  /** What holds for a file whose metadata names no rule; selects the one value of a binary file. */
  public static final Selection UNSAID = new Selection(Kind.UNSAID, DEFAULT.argument());

  /** Written out: a record's own takes the virtual machine classes made on the spot. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Selection selection
        && kind == selection.kind
        && argument.equals(selection.argument);
  }

  @Override
  public int hashCode() {
    return 31 * kind.ordinal() + argument.hashCode();
  }
}
