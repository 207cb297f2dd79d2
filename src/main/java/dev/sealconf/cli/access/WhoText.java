package dev.sealconf.cli.access;

import dev.sealconf.error.Location;
import dev.sealconf.error.Printable;
import dev.sealconf.operation.groups.ShownKey;
import dev.sealconf.session.task.WhoEntry;
import java.util.List;

/** The output of {@code who} for people. */
final class WhoText {
  private final StringBuilder text = new StringBuilder();

  private WhoText() {}

  static String of(List<WhoEntry> entries) {
    WhoText made = new WhoText();
    entries.forEach(entry -> made.entry(Location.of(entry.file()).toString(), entry));
    return made.text.toString();
  }

  /**
   * Returns how many recipients are needed, and who they are, below a title that ends with a colon.
   */
  static String of(String title, WhoEntry entry) {
    WhoText made = new WhoText();
    made.entry(title, entry);
    return made.text.toString();
  }

  private void entry(String title, WhoEntry entry) {
    int groups = entry.groups().size();
    text.append(title).append(": ");
    text.append(
        groups == 1
            ? "each of these can decrypt it"
            : "decrypting it takes a key from "
                + entry.needed()
                + " of these "
                + groups
                + " groups");
    entry
        .opens()
        .ifPresent(open -> text.append(open ? "; you can decrypt it" : "; you can't decrypt it"));
    text.append('\n');
    for (int i = 0; i < groups; i++) {
      if (groups > 1) {
        text.append("  group ").append(i).append('\n');
      }
      String indent = groups > 1 ? "    " : "  ";
      entry.groups().get(i).forEach(recipient -> recipient(indent, recipient));
    }
  }

  private void recipient(String indent, WhoEntry.Recipient recipient) {
    text.append(indent).append(ShownKey.of(recipient.key()));
    recipient.label().ifPresent(label -> text.append("  # ").append(Printable.plain(label)));
    recipient.opens().ifPresent(open -> text.append(open ? "  (you can use it)" : ""));
    text.append('\n');
  }
}
