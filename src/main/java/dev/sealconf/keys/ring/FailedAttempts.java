package dev.sealconf.keys.ring;

import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.MasterKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Collects the keys that failed to unwrap a file's data key and the reason for each, for one table
 * if none succeeds.
 */
final class FailedAttempts {
  private final int groups;
  private final Function<MasterKey, Optional<String>> labels;
  private final List<String> rows = new ArrayList<>();
  private final Set<String> hints = new LinkedHashSet<>();
  private final List<SealconfException> causes = new ArrayList<>();

  FailedAttempts(int groups, Function<MasterKey, Optional<String>> labels) {
    this.groups = groups;
    this.labels = labels;
  }

  /** Records why a key in a group (counted from 0) failed. */
  void add(int group, MasterKey key, SealconfException why) {
    String label = labels.apply(key).map(text -> " (" + Printable.plain(text) + ")").orElse("");
    String name = shown(key) + label;
    causes.add(why);
    String where = groups > 1 ? "group " + (group + 1) + ", " : "";
    String help = why.hints().isEmpty() ? "" : "\n      try: " + why.hints().get(0);
    rows.add(where + name + ": " + why.getMessage() + help);
    why.hints().stream().skip(1).forEach(hints::add);
  }

  /** Returns the failure that lists every key. */
  SealconfException noDataKey(int shares, int needed) {
    StringBuilder text = new StringBuilder("failed to get the data key of the file: ");
    if (groups > 1) {
      text.append(shares).append(" of ").append(groups).append(" key groups could be opened, ");
      text.append(needed).append(needed == 1 ? " is needed" : " are needed");
    } else {
      text.append("none of your keys can decrypt it");
    }
    for (String row : rows) {
      text.append("\n  ").append(row);
    }
    SealconfException failure = new KeyFailure.NoDataKey(text.toString());
    for (SealconfException cause : causes) {
      failure = failure.from(cause);
      failure = cause.isTemporary() ? failure.temporary() : failure;
    }
    for (String hint : hints) {
      failure = failure.hint(hint);
    }
    return failure;
  }

  /** Returns the name of a key for use in messages. */
  static String shown(MasterKey key) {
    return Printable.plain(key.provider()) + " " + Printable.quote(Printable.shortened(key.name()));
  }
}
