package dev.sealconf.envelope.metadata;

import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Builds the tree of the {@code sops} block, sorted by name at every level as SOPS writes it. */
public final class MetadataWriter {
  private final KeyProviders providers;

  /** Writes the lists of these providers. */
  public MetadataWriter(KeyProviders providers) {
    this.providers = providers;
  }

  /** Returns the tree of this metadata. */
  public MapNode tree(Metadata metadata) {
    SortedMap<String, Node> fields = new TreeMap<>();
    if (metadata.groups().size() == 1) {
      fields.putAll(lists(metadata.groups().get(0)));
    } else {
      fields.put("key_groups", ListNode.of(metadata.groups().stream().map(this::group).toList()));
    }
    if (metadata.threshold() != 0) {
      fields.put("shamir_threshold", Leaf.of(new Scalar.Int(metadata.threshold())));
    }
    fields.put("lastmodified", Leaf.of(metadata.lastModified()));
    fields.put("mac", Leaf.of(metadata.mac()));
    if (metadata.macOnlyEncrypted()) {
      fields.put("mac_only_encrypted", Leaf.of(new Scalar.Bool(true)));
    }
    if (metadata.selection().kind() != Selection.Kind.UNSAID) {
      fields.put(metadata.selection().kind().field(), Leaf.of(metadata.selection().argument()));
    }
    metadata.seal().ifPresent(seal -> fields.put("sealconf", Leaf.of(seal)));
    fields.put("version", Leaf.of(metadata.version()));
    return map(fields);
  }

  private MapNode group(WrappedGroup group) {
    SortedMap<String, Node> lists = lists(group);
    providers.builtIn().stream()
        .filter(KeyProvider::listedWhenEmpty)
        .forEach(provider -> lists.putIfAbsent(provider.id(), ListNode.of(List.of())));
    return map(lists);
  }

  private static SortedMap<String, Node> lists(WrappedGroup group) {
    SortedMap<String, List<Node>> items = new TreeMap<>();
    for (WrappedKey key : group.keys()) {
      items.computeIfAbsent(key.masterKey().provider(), p -> new ArrayList<>()).add(item(key));
    }
    SortedMap<String, Node> lists = new TreeMap<>();
    items.forEach((provider, nodes) -> lists.put(provider, ListNode.of(nodes)));
    return lists;
  }

  private static MapNode item(WrappedKey key) {
    SortedMap<String, Node> fields = new TreeMap<>();
    for (Map.Entry<String, Field> field : key.masterKey().fields().entrySet()) {
      fields.put(field.getKey(), node(field.getValue()));
    }
    fields.put("enc", Leaf.of(key.enc()));
    return map(fields);
  }

  private static Node node(Field field) {
    if (field instanceof Field.Table table) {
      SortedMap<String, Node> entries = new TreeMap<>();
      table.entries().forEach((name, text) -> entries.put(name, Leaf.of(text)));
      return map(entries);
    }
    return Leaf.of(((Field.Text) field).value());
  }

  private static MapNode map(SortedMap<String, ? extends Node> fields) {
    List<Entry> entries = new ArrayList<>();
    fields.forEach((name, node) -> entries.add(Entry.of(name, node)));
    return MapNode.of(entries);
  }
}
