package dev.sealconf.git.merge;

import dev.sealconf.operation.merge.KeyMerge;
import java.util.ArrayList;
import java.util.List;

/** Says in one line what a merge came to: {@code 3 values merged, 1 conflict: db.password}. */
final class MergeSummary {
  private static final int MOST = 10;

  private MergeSummary() {}

  static String of(KeyMerge merge, List<String> conflictsOfTerms) {
    List<String> conflicts = new ArrayList<>(conflictsOfTerms);
    merge.conflicts().stream()
        .flatMap(conflict -> ShownPlace.of(conflict).stream())
        .distinct()
        .forEach(conflicts::add);
    String values = count(merge.merged(), "value") + " merged";
    if (conflicts.isEmpty()) {
      return values;
    }
    String more = conflicts.size() > MOST ? ", and " + (conflicts.size() - MOST) + " more" : "";
    return values
        + ", "
        + count(conflicts.size(), "conflict")
        + ": "
        + String.join(", ", conflicts.subList(0, Math.min(MOST, conflicts.size())))
        + more;
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
