package dev.sealconf.cli.option;

import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.session.Selections;

/** The six options that say which values are sealed, each for one field of the creation rule. */
public final class SelectionOptions {
  private static final String GROUP = "What is encrypted";

  private SelectionOptions() {}

  /** Adds them. */
  public static void addTo(CommandSpec spec) {
    add(
        spec,
        Selection.Kind.UNENCRYPTED_SUFFIX,
        "SUFFIX",
        "Don't encrypt values under keys with this suffix");
    add(
        spec,
        Selection.Kind.ENCRYPTED_SUFFIX,
        "SUFFIX",
        "Encrypt only values under keys with this suffix");
    add(
        spec,
        Selection.Kind.UNENCRYPTED_REGEX,
        "REGEX",
        "Don't encrypt values under keys that match");
    add(spec, Selection.Kind.ENCRYPTED_REGEX, "REGEX", "Encrypt only values under keys that match");
    add(
        spec,
        Selection.Kind.UNENCRYPTED_COMMENT_REGEX,
        "REGEX",
        "Don't encrypt values whose comment matches");
    add(
        spec,
        Selection.Kind.ENCRYPTED_COMMENT_REGEX,
        "REGEX",
        "Encrypt only values whose comment matches");
    spec.add(
        GROUP, Options.flag("Protect only encrypted values with the MAC", "mac-only-encrypted"));
  }

  private static void add(CommandSpec spec, Selection.Kind kind, String label, String help) {
    spec.add(GROUP, Options.value(label, help, Selections.optionName(kind)));
  }
}
