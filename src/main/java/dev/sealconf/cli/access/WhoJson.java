package dev.sealconf.cli.access;

import dev.sealconf.cli.command.JsonOutput;
import dev.sealconf.session.task.WhoEntry;
import java.util.List;
import java.util.Optional;

/** The output of {@code who} for programs: {@code docs/compatibility.md §who}. */
record WhoJson(List<File> files) {

  /** Returns these entries as JSON. */
  static String of(List<WhoEntry> entries) {
    return JsonOutput.of(new WhoJson(entries.stream().map(File::of).toList()));
  }

  /** A file and who can open it. */
  record File(
      String file, int groupsNeeded, Optional<Boolean> opensHere, List<List<Recipient>> groups) {
    private static File of(WhoEntry entry) {
      List<List<Recipient>> groups =
          entry.groups().stream().map(group -> group.stream().map(Recipient::of).toList()).toList();
      return new File(entry.file(), entry.needed(), entry.opens(), groups);
    }
  }

  /** A recipient that can open the file. */
  record Recipient(
      String kind, String recipient, Optional<String> label, Optional<Boolean> opensHere) {
    private static Recipient of(WhoEntry.Recipient recipient) {
      return new Recipient(
          recipient.key().provider(), recipient.key().name(), recipient.label(), recipient.opens());
    }
  }
}
