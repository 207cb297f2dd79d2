package dev.sealconf.session.edit;

import dev.sealconf.operation.merge.Change;
import java.util.ArrayList;
import java.util.List;

/** Summarizes changes in one line: {@code 2 values changed, 1 added}. */
final class ChangeSummary {
  private ChangeSummary() {}

  static String of(List<Change> changes) {
    int changed = 0;
    int added = 0;
    int removed = 0;
    for (Change change : changes) {
      if (change.before().isEmpty()) {
        added += change.values();
      } else if (change.after().isEmpty()) {
        removed += change.values();
      } else {
        changed += change.values();
      }
    }
    List<String> parts = new ArrayList<>();
    add(parts, changed, "changed");
    add(parts, added, "added");
    add(parts, removed, "removed");
    return parts.isEmpty()
        ? "no value changed, only the text around them"
        : String.join(", ", parts);
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      String noun = count == 1 ? " value " : " values ";
      parts.add(count + (parts.isEmpty() ? noun : " ") + what);
    }
  }
}
