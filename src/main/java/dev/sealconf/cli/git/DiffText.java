package dev.sealconf.cli.git;

import dev.sealconf.error.Location;
import dev.sealconf.git.diff.FileDifference;
import dev.sealconf.git.diff.ValueChange;
import java.util.ArrayList;
import java.util.List;

/** What {@code sealconf diff} prints for people. */
final class DiffText {
  private final StringBuilder text = new StringBuilder();

  private DiffText() {}

  static String of(List<FileDifference> differences) {
    DiffText made = new DiffText();
    differences.forEach(made::file);
    return made.text.toString();
  }

  private void file(FileDifference file) {
    line("", Location.of(file.file()) + ": " + summary(file));
    file.notes().forEach(note -> line("  ", "note: " + note));
    file.values().forEach(this::value);
    if (!file.sameRecipients()) {
      line("  ", "who can decrypt it");
      for (String recipient : file.before()) {
        line("    ", (file.after().contains(recipient) ? "  " : "- ") + recipient);
      }
      for (String recipient : file.after()) {
        if (!file.before().contains(recipient)) {
          line("    ", "+ " + recipient);
        }
      }
    }
  }

  private static String summary(FileDifference file) {
    List<String> parts = new ArrayList<>();
    if (!file.kind().equals("changed")) {
      parts.add("file " + file.kind());
    }
    for (String kind : List.of("changed", "added", "removed")) {
      long count = file.count(kind);
      if (count > 0) {
        parts.add(count + (count == 1 ? " value " : " values ") + kind);
      }
    }
    if (file.commentsChanged()) {
      parts.add("comments changed");
    }
    if (!file.sameRecipients() && file.kind().equals("changed")) {
      parts.add("recipients changed");
    }
    return String.join(", ", parts);
  }

  private void value(ValueChange change) {
    String before = change.before().map(DiffText::shown).orElse("");
    String after = change.after().map(DiffText::shown).orElse("");
    boolean both = change.before().isPresent() && change.after().isPresent();
    line("  ", change.kind() + " " + change.place() + ": " + before + (both ? " -> " : "") + after);
  }

  private static String shown(ValueChange.Shown value) {
    return value.type() + " " + value.value();
  }

  private void line(String indent, String line) {
    text.append(indent).append(line).append('\n');
  }
}
