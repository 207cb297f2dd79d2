package dev.sealconf.session;

import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.envelope.selection.Selector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the selection rules in overrides. */
public final class Selections {
  private Selections() {}

  /**
   * Returns the given rules by kind.
   *
   * @throws dev.sealconf.error.SealconfException with exit code 8 if a regular expression is
   *     malformed
   */
  public static Map<Selection.Kind, Selection> of(Overrides given) {
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

  /** Returns the option name for a kind, without dashes. */
  public static String optionName(Selection.Kind kind) {
    return kind.field().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<Selection.Kind> kinds() {
    List<Selection.Kind> kinds = new ArrayList<>(List.of(Selection.Kind.values()));
    kinds.remove(Selection.Kind.UNSAID);
    return kinds;
  }
}
