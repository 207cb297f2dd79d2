package dev.sealconf.git.diff;

import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.operation.file.FileAccess;
import dev.sealconf.operation.groups.ShownKey;
import java.util.ArrayList;
import java.util.List;

/** Who can decrypt a file, as lines that a comparison can match. */
final class RecipientLines {
  private RecipientLines() {}

  /**
   * Returns one line for each recipient, after one that says how many groups it takes if there are
   * more.
   */
  static List<String> of(FileAccess access) {
    List<String> lines = new ArrayList<>();
    int groups = access.groups().size();
    if (groups > 1) {
      lines.add(access.needed() + " of " + groups + " groups are needed");
    }
    int number = 0;
    for (WrappedGroup group : access.groups()) {
      String prefix = groups > 1 ? "group " + number++ + ": " : "";
      for (WrappedKey key : group.keys()) {
        lines.add(prefix + ShownKey.of(key.masterKey()));
      }
    }
    return lines;
  }
}
