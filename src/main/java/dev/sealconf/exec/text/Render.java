package dev.sealconf.exec.text;

import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.NotFound;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.exec.variable.VariableText;
import dev.sealconf.exec.variable.WrittenTree;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.value.NodeAt;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.rule.Restrictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills the values of encrypted files into a text file. The result is as secret as the values. */
public final class Render {
  private final Session session;
  private final Overrides given;

  /** Reads the options that say how to open files. */
  public Render(Session session, Overrides given) {
    this.session = session;
    this.given = given;
  }

  /**
   * Returns the text of a template with all values filled in.
   *
   * @param template the file with placeholders, as the user names it
   * @param files encrypted files; if several have a value, the last one wins
   * @throws dev.sealconf.error.SealconfException if a file can't be read or opened, or a
   *     placeholder has no value
   */
  public byte[] run(String template, List<String> files) {
    List<MapNode> trees = new ArrayList<>();
    KeyRing keys = session.keyRing(given);
    Restrictions restrictions = new Restrictions(session, given);
    World world = session.world();
    for (String file : files) {
      Input input = session.input(given, file);
      try (OpenedFile opened =
          OpenedFile.open(world, keys, input, restrictions.strictness(world.resolve(file)))) {
        trees.addAll(0, WrittenTree.of(opened));
      }
    }
    byte[] bytes = session.files().read(world.resolve(template));
    return new Placeholders(new SourceText(template, bytes)).fill(path -> value(path, trees));
  }

  private static byte[] value(TreePath path, List<MapNode> trees) {
    for (MapNode tree : trees) {
      Optional<Node> node = NodeAt.search(tree, path);
      if (node.isPresent()) {
        return text(path, node.get());
      }
    }
    throw new NotFound("no file has a value at " + path);
  }

  private static byte[] text(TreePath path, Node node) {
    if (!(node instanceof Leaf leaf) || leaf.value() instanceof Scalar.Null) {
      throw new OutputFailure.NotRepresentable(
          "the value at " + path + " is a map, a list or null, not a text");
    }
    byte[] text = VariableText.of(leaf);
    if (VariableText.isToken(text)) {
      throw new OutputFailure.NotRepresentable("the value at " + path + " is still encrypted")
          .hint("the file was encrypted twice: decrypt it, then encrypt it once");
    }
    return text;
  }
}
