package dev.sealconf.cli.option;

import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.envelope.selection.Selector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** The six options that say which values are sealed; one field of the creation rule each. */
public final class SelectionOptions {
  private static final String GROUP = "What is encrypted";

  private SelectionOptions() {}

  /** Declares them. */
  public static void addTo(CommandSpec spec) {
    Options.group(spec, GROUP, SelectionOptions::declareAll);
  }

  private static void declareAll(CommandSpec spec) {
    add(spec, Selection.Kind.UNENCRYPTED_SUFFIX, "SUFFIX", "Leave keys with this suffix clear");
    add(spec, Selection.Kind.ENCRYPTED_SUFFIX, "SUFFIX", "Seal only keys with this suffix");
    add(spec, Selection.Kind.UNENCRYPTED_REGEX, "REGEX", "Leave keys that match clear");
    add(spec, Selection.Kind.ENCRYPTED_REGEX, "REGEX", "Seal only keys that match");
    add(
        spec,
        Selection.Kind.UNENCRYPTED_COMMENT_REGEX,
        "REGEX",
        "Leave values clear whose comment matches");
    add(
        spec,
        Selection.Kind.ENCRYPTED_COMMENT_REGEX,
        "REGEX",
        "Seal only values whose comment matches");
    spec.addOption(Options.flag("Let the MAC cover sealed values only", "mac-only-encrypted"));
  }

  /**
   * What was given, by kind.
   *
   * @throws dev.sealconf.error.SealconfException with 8 if a regular expression is malformed
   */
  public static Map<Selection.Kind, Selection> of(Arguments given) {
    Map<Selection.Kind, Selection> found = new EnumMap<>(Selection.Kind.class);
    for (Selection.Kind kind : kinds()) {
      given
          .text(optionName(kind))
          .filter(argument -> !argument.isEmpty())
          .ifPresent(argument -> found.put(kind, new Selection(kind, argument)));
    }
    found.values().forEach(Selector::of);
    return found;
  }

  private static void add(CommandSpec spec, Selection.Kind kind, String label, String help) {
    spec.addOption(Options.value(label, help, optionName(kind)));
  }

  private static String optionName(Selection.Kind kind) {
    return kind.field().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<Selection.Kind> kinds() {
    List<Selection.Kind> kinds = new ArrayList<>(List.of(Selection.Kind.values()));
    kinds.remove(Selection.Kind.UNSAID);
    return kinds;
  }
}
