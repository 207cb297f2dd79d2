package dev.sealconf.operation.file;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.FormatHints;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.SealingFailure;
import dev.sealconf.operation.Decrypt;

/** Refuses plain files that can't be sealed without loss or that are already sealed. */
public final class PlainChecks {
  private static final String TOKEN = "ENC[AES256_GCM,data:";

  private PlainChecks() {}

  /** Refuses a plain file that can't be sealed without loss or that is already sealed. */
  public static void refuse(Document plain, Input input, DocumentFormat output) {
    String name = input.source().name();
    if (plain.metadata().isPresent()) {
      throw alreadySealed("the file is already encrypted", Location.of(name));
    }
    plain
        .duplicate()
        .ifPresent(
            duplicate -> {
              throw new FileFailure.Malformed("duplicate key " + Printable.quote(duplicate.key()))
                  .at(duplicate.location())
                  .hint(FormatHints.encryptWholeOr("remove one of the two"));
            });
    if (plain.branches().isEmpty() && input.source().bytes().length > 0) {
      throw new FileFailure.Malformed("the file has only comments and blank lines")
          .at(Location.of(name))
          .hint("add a value, or {} for an empty file");
    }
    if (plain.branches().isEmpty()) {
      throw new FileFailure.Empty("the file is completely empty")
          .at(Location.of(name))
          .hint("it must hold at least one document: {} is enough");
    }
    for (MapNode branch : plain.branches()) {
      refuseReserved(plain, branch, output);
      refuseTokens(plain, branch, TreePath.ROOT);
    }
    Decrypt.refuseLostDocuments(input, plain.branches(), output);
  }

  private static void refuseReserved(Document plain, MapNode branch, DocumentFormat output) {
    for (Entry entry : branch.entries()) {
      if (output.sealedForm().reserves(entry.key())) {
        throw alreadySealed(
            "the key " + Printable.quote(entry.key()) + " is reserved for SOPS metadata",
            plain.source().locate(entry.keySpan().start()));
      }
    }
  }

  /**
   * Refuses tokens. A sealed file without its metadata would be encrypted twice, and its values
   * lost.
   */
  private static void refuseTokens(Document plain, Node node, TreePath path) {
    Node resolved = node.resolved();
    if (resolved instanceof MapNode map) {
      for (Entry entry : map.entries()) {
        refuseTokens(plain, entry.value(), path.then(new TreePath.Key(entry.key())));
      }
    } else if (resolved instanceof ListNode list) {
      int index = 0;
      for (Element element : list.elements()) {
        if (element instanceof Node item) {
          refuseTokens(plain, item, path.then(new TreePath.Index(index++)));
        }
      }
    } else if (resolved instanceof Leaf leaf
        && leaf.value() instanceof Scalar.Text text
        && text.value().startsWith(TOKEN)) {
      throw alreadySealed(
          "the value at " + path + " is encrypted already",
          plain.source().locate(leaf.span().start()));
    }
  }

  private static SealconfException alreadySealed(String message, Location location) {
    return new SealingFailure.AlreadyEncrypted(message)
        .at(location)
        .hint("decrypt it with sealconf decrypt, or change a value with sealconf set");
  }
}
