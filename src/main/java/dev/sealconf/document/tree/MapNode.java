package dev.sealconf.document.tree;

import dev.sealconf.document.Layout;
import dev.sealconf.document.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** An ordered map with its comments. It can hold duplicate keys, because SOPS keeps them. */
public record MapNode(List<Member> members, Span span, Layout layout) implements Node {

  /** Creates a map that was not read from a file. */
  public static MapNode of(List<? extends Member> members) {
    return new MapNode(List.copyOf(members), Span.NONE, Layout.NONE);
  }

  /** Returns the first entry with this key. */
  public Optional<Entry> entry(String key) {
    for (Member member : members) {
      if (member instanceof Entry entry && entry.key().equals(key)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** Returns the entries without the comments, in order. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(members.size());
    for (Member member : members) {
      if (member instanceof Entry entry) {
        entries.add(entry);
      }
    }
    return Collections.unmodifiableList(entries);
  }
}
