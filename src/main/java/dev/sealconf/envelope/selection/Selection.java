package dev.sealconf.envelope.selection;

/**
 * The rule that says which leaves are sealed ({@code docs/format.md §6}): one of SOPS's six kinds
 * and its argument. A binary file stores no rule; {@link #UNSAID} applies to it.
 *
 * @param argument a suffix or an RE2 pattern
 */
public record Selection(Kind kind, String argument) {

  /**
   * The kinds. Each has the name of its metadata field, which is also the name of the creation
   * rule's field.
   */
  public enum Kind {
    UNENCRYPTED_SUFFIX("unencrypted_suffix"),
    ENCRYPTED_SUFFIX("encrypted_suffix"),
    UNENCRYPTED_REGEX("unencrypted_regex"),
    ENCRYPTED_REGEX("encrypted_regex"),
    UNENCRYPTED_COMMENT_REGEX("unencrypted_comment_regex"),
    ENCRYPTED_COMMENT_REGEX("encrypted_comment_regex"),
    /** No rule is stored. SOPS then uses the suffix {@code _unencrypted}. */
    UNSAID("");

    private final String field;

    Kind(String field) {
      this.field = field;
    }

    /** Returns the field's name in the metadata and in {@code .sops.yaml}. */
    public String field() {
      return field;
    }
  }

  /** SOPS's default. */
  public static final Selection DEFAULT = new Selection(Kind.UNENCRYPTED_SUFFIX, "_unencrypted");

  /** Applies to a file whose metadata has no rule; selects the one value of a binary file. */
  public static final Selection UNSAID = new Selection(Kind.UNSAID, DEFAULT.argument());

  /** Written out: for a record's own method, the virtual machine generates classes at run time. */
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
