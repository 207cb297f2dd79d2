package dev.sealconf.exec.variable;

import dev.sealconf.document.Document;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.value.WrittenNumbers;
import java.util.List;

/**
 * The plain trees of an opened file, with numbers as the file writes them: {@code 1.10}, {@code
 * 007}.
 */
public final class WrittenTree {
  private WrittenTree() {}

  /** Returns one tree per document. */
  public static List<MapNode> of(OpenedFile opened) {
    List<MapNode> tree = opened.tree();
    if (tree.stream().noneMatch(WrittenNumbers::in)) {
      return tree;
    }
    Document plain = opened.opened().printedDocument();
    return new WrittenNumbers(plain.source(), opened.input().format()).onto(tree, plain.branches());
  }
}
