package dev.sealconf.document.format.yaml.print;

import dev.sealconf.document.Indent;
import dev.sealconf.document.format.yaml.layout.YamlReader;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints whole files and extracted values as SOPS does. */
public final class Printer {
  private static final int DEFAULT_STEP = 4;

  private Printer() {}

  /** Returns a file with these documents. The metadata is the last entry of each. */
  public static byte[] file(List<MapNode> branches, Optional<MapNode> metadata, Indent indent) {
    Emitter out = new Emitter(indent.width() > 0 ? indent.width() : DEFAULT_STEP, false);
    String separator = "";
    for (MapNode branch : branches) {
      out.text(separator);
      out.document(metadata.isPresent() ? with(branch, metadata.get()) : branch);
      separator = "---\n";
    }
    return ScalarStyles.utf8(out.toString());
  }

  private static MapNode with(MapNode branch, MapNode metadata) {
    List<Member> members = new ArrayList<>(branch.members());
    members.add(Entry.of(YamlReader.METADATA, metadata));
    return MapNode.of(members);
  }

  /** Returns a string as it is, a map as a file, and anything else as a document of its own. */
  public static byte[] value(Node value, Indent indent) {
    Node node = value.resolved();
    if (node instanceof Leaf leaf && leaf.value() instanceof Scalar.Text text) {
      return ScalarStyles.utf8(text.value());
    }
    if (node instanceof Leaf leaf && leaf.value() instanceof Scalar.Blob blob) {
      return blob.value();
    }
    if (node instanceof MapNode map) {
      return file(List.of(map), Optional.empty(), indent);
    }
    Emitter out = new Emitter(DEFAULT_STEP, false);
    if (node instanceof ListNode list) {
      out.listDocument(list);
    } else if (node instanceof Leaf leaf) {
      out.text(ScalarStyles.written(leaf) + "\n");
    }
    return ScalarStyles.utf8(out.toString());
  }
}
