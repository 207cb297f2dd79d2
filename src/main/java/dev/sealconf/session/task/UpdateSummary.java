package dev.sealconf.session.task;

import dev.sealconf.session.folder.FileNames;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what happened to files. Thread-safe. */
final class UpdateSummary {

  /** What happened to one file. An accepted change is made later, or fails. */
  enum Outcome {
    CHANGED("changed"),
    SHOWN("to change"),
    UP_TO_DATE("up to date"),
    DECLINED("declined"),
    NOT_ASKED("not confirmed"),
    WITHOUT_RULE("without a creation rule"),
    AGREED("");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }
  }

  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private final boolean dry;

  /** Starts at zero; {@code dry} if nothing will be changed. */
  UpdateSummary(boolean dry) {
    this.dry = dry;
  }

  synchronized void add(Outcome outcome) {
    counts.merge(outcome, 1, Integer::sum);
  }

  synchronized int count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  /** Returns how many of this many files are in none of the counts. */
  synchronized int failed(int files) {
    int done = 0;
    for (Outcome outcome : Outcome.values()) {
      done += outcome == Outcome.AGREED ? 0 : count(outcome);
    }
    return files - done;
  }

  /** Returns one line, such as {@code 12 files: 3 changed, 8 up to date, 1 failed}. */
  synchronized String text(int files) {
    List<String> parts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      if (outcome != Outcome.AGREED && count(outcome) > 0) {
        parts.add(count(outcome) + " " + outcome.words);
      }
    }
    if (failed(files) > 0) {
      parts.add(failed(files) + " failed");
    }
    return FileNames.count(files)
        + ": "
        + String.join(", ", parts)
        + (dry ? " (nothing changed)" : "");
  }
}
