package dev.sealconf.cli.access;

import dev.sealconf.document.Document;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.envelope.selection.ClearValues;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.operation.file.Input;
import java.util.ArrayList;
import java.util.List;

/** Lists which values of a file stay clear, and why. Never shows the values. */
final class ClearPaths {
  private final Document document;

  ClearPaths(Input input, boolean sealed) {
    this.document = (sealed ? input.format().sealedForm() : input.format()).read(input.source());
  }

  /** Returns one line with the reason, and one line for each path. */
  String text(Selection selection) {
    List<String> paths = new ArrayList<>();
    int documents = document.branches().size();
    for (int i = 0; i < documents; i++) {
      String prefix = documents > 1 ? "document " + (i + 1) + ": " : "";
      for (TreePath path : ClearValues.in(document, selection, i)) {
        paths.add("  " + prefix + path + "\n");
      }
    }
    return paths.isEmpty()
        ? "stays clear: no value\n"
        : "stays clear, because " + reason(selection) + ":\n" + String.join("", paths);
  }

  private static String reason(Selection selection) {
    return switch (selection.kind()) {
      case UNENCRYPTED_SUFFIX, UNSAID -> "a key in the path has that suffix";
      case ENCRYPTED_SUFFIX -> "no key in the path has that suffix";
      case UNENCRYPTED_REGEX -> "a key in the path matches";
      case ENCRYPTED_REGEX -> "no key in the path matches";
      case UNENCRYPTED_COMMENT_REGEX -> "a comment next to it or above it matches";
      case ENCRYPTED_COMMENT_REGEX -> "no comment next to it or above it matches";
    };
  }
}
