package dev.sealconf.document.format;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Indent;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What {@code --extract} prints for values that look the same in every format. */
public final class ExtractOutput {
  private ExtractOutput() {}

  /**
   * Returns a map as a whole file and a string as its bytes; empty for any other value, which each
   * format prints in its own way.
   */
  public static Optional<byte[]> ofMapOrText(DocumentFormat format, Node value, Indent indent) {
    Node resolved = value.resolved();
    if (resolved instanceof MapNode map) {
      return Optional.of(format.print(List.of(map), Optional.empty(), indent));
    }
    return resolved instanceof Leaf leaf ? bytes(leaf.value()) : Optional.empty();
  }

  private static Optional<byte[]> bytes(Scalar value) {
    if (value instanceof Scalar.Text text) {
      return Optional.of(text.value().getBytes(StandardCharsets.UTF_8));
    }
    return value instanceof Scalar.Blob blob ? Optional.of(blob.value()) : Optional.empty();
  }
}
