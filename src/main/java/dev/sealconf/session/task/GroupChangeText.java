package dev.sealconf.session.task;

import dev.sealconf.error.Printable;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.operation.groups.GroupChange;
import java.util.List;

/** Describes a change of key groups in the words and order of SOPS. Group numbers start at 1. */
final class GroupChangeText {
  private static final String SAME = "    ";
  private static final String MORE = "+++ ";
  private static final String LESS = "--- ";
  private static final String THRESHOLD = "shamir_threshold: ";

  private final StringBuilder text = new StringBuilder();

  private GroupChangeText() {}

  static String of(GroupChange change) {
    GroupChangeText made = new GroupChangeText();
    made.text.append("The following changes will be made to the file's groups:\n");
    made.threshold(change.oldThreshold(), change.newThreshold());
    int number = 0;
    for (GroupChange.Group group : change.groups()) {
      made.text.append("Group ").append(++number).append('\n');
      made.keys(SAME, group.common());
      made.keys(MORE, group.added());
      made.keys(LESS, group.removed());
    }
    return made.text.toString();
  }

  private void threshold(int old, int now) {
    if (old == now) {
      threshold("", now);
    } else {
      threshold(MORE, now);
      threshold(LESS, old);
    }
  }

  private void threshold(String mark, int number) {
    if (number > 0) {
      text.append(mark).append(THRESHOLD).append(number).append('\n');
    }
  }

  private void keys(String mark, List<MasterKey> keys) {
    for (MasterKey key : keys) {
      text.append(mark).append(Printable.plain(key.name())).append('\n');
    }
  }
}
