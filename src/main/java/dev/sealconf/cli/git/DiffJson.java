package dev.sealconf.cli.git;

import dev.sealconf.cli.command.JsonOutput;
import dev.sealconf.git.diff.FileDifference;
import dev.sealconf.git.diff.ValueChange;
import java.util.List;
import java.util.Optional;

/** What {@code sealconf diff} prints for programs: {@code docs/git-diff.md §json}. */
record DiffJson(List<File> files) {

  /** Returns the JSON text of these differences. */
  static String of(List<FileDifference> differences) {
    return JsonOutput.of(new DiffJson(differences.stream().map(File::of).toList()));
  }

  /** A file that differs. */
  record File(
      String file,
      String change,
      List<Value> values,
      boolean commentsChanged,
      boolean recipientsChanged,
      List<String> recipientsBefore,
      List<String> recipientsAfter,
      List<String> notes) {
    private static File of(FileDifference file) {
      return new File(
          file.file(),
          file.kind(),
          file.values().stream().map(Value::of).toList(),
          file.commentsChanged(),
          !file.sameRecipients(),
          file.before(),
          file.after(),
          file.notes());
    }
  }

  /** A value that was added, changed or removed. */
  record Value(String path, String change, Optional<Side> before, Optional<Side> after) {
    private static Value of(ValueChange change) {
      return new Value(
          change.place(),
          change.kind(),
          change.before().map(Side::of),
          change.after().map(Side::of));
    }
  }

  /** The value in one of the versions. */
  record Side(String type, String value, boolean encrypted) {
    private static Side of(ValueChange.Shown shown) {
      return new Side(shown.type(), shown.value(), shown.secret());
    }
  }
}
