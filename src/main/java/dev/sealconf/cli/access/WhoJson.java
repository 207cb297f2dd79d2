package dev.sealconf.cli.access;

import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.Indent;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.Printable;
import dev.sealconf.session.task.WhoEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list of {@code who} for programs: {@code docs/compatibility.md §who}. */
final class WhoJson {
  private WhoJson() {}

  static String of(List<WhoEntry> entries, DocumentFormats formats) {
    ListNode files = ListNode.of(entries.stream().map(WhoJson::file).toList());
    MapNode root = MapNode.of(List.of(Entry.of("files", files)));
    byte[] json = formats.named("json").emit(List.of(root), Optional.empty(), new Indent(2));
    return Printable.json(new String(json, StandardCharsets.UTF_8));
  }

  private static Node file(WhoEntry entry) {
    List<Entry> fields = new ArrayList<>();
    fields.add(Entry.of("file", Leaf.of(entry.file())));
    fields.add(Entry.of("groups_needed", Leaf.of(new Scalar.Int(entry.needed()))));
    entry.opens().ifPresent(open -> fields.add(Entry.of("opens_here", bool(open))));
    fields.add(
        Entry.of(
            "groups",
            ListNode.of(
                entry.groups().stream()
                    .map(group -> ListNode.of(group.stream().map(WhoJson::recipient).toList()))
                    .toList())));
    return MapNode.of(fields);
  }

  private static Node recipient(WhoEntry.Recipient recipient) {
    List<Entry> fields = new ArrayList<>();
    fields.add(Entry.of("kind", Leaf.of(recipient.key().provider())));
    fields.add(Entry.of("recipient", Leaf.of(recipient.key().name())));
    recipient.label().ifPresent(label -> fields.add(Entry.of("label", Leaf.of(label))));
    recipient.opens().ifPresent(open -> fields.add(Entry.of("opens_here", bool(open))));
    return MapNode.of(fields);
  }

  private static Leaf bool(boolean value) {
    return Leaf.of(new Scalar.Bool(value));
  }
}
