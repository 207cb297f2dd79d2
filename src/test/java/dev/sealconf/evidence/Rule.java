package dev.sealconf.evidence;

import dev.sealconf.envelope.selection.Selection;
import java.util.ArrayList;
import java.util.List;

/** A selection rule as both programs are told it. */
record Rule(Selection selection, boolean macOnly) {
  static final Rule DEFAULT = new Rule(Selection.DEFAULT, false);

  /** The flags of {@code sops -e}: the comment rules have no flag of a subcommand. */
  List<String> flags() {
    List<String> flags = new ArrayList<>();
    if (!selection.equals(Selection.DEFAULT) && !selection.equals(Selection.UNSAID)) {
      flags.add("--" + selection.kind().field().replace('_', '-'));
      flags.add(selection.argument());
    }
    if (macOnly) {
      flags.add("--mac-only-encrypted");
    }
    return flags;
  }

  @Override
  public String toString() {
    return selection.kind().field() + "=" + selection.argument() + (macOnly ? " mac_only" : "");
  }
}
