package dev.sealconf.exec.variable;

import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.operation.value.NodeAt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Turns trees into variables: one for each value in a map, and one for each list, as JSON. A null
 * becomes no variable. If a file has several documents, later ones win.
 */
public final class Flattening {
  private final VariableNames names;

  /** Uses these names. */
  public Flattening(VariableNames names) {
    this.names = names;
  }

  /**
   * Returns all variables in file order.
   *
   * @param documents the plain trees of one file
   * @param sealed whether the file encrypts the value at a path, or, for a list, anything in it
   * @throws OutputFailure.NotRepresentable if a value can't be a variable, or two values of one
   *     document would have the same name; the message has paths, never values
   */
  public List<Variable> of(List<MapNode> documents, Predicate<TreePath> sealed) {
    return of(documents, sealed, variable -> variable, variable -> true);
  }

  /**
   * Returns the wanted variables and does not check the others.
   *
   * @param meaning turns a variable into what programs that read the format see
   * @param wanted whether the caller wants a variable
   */
  List<Variable> of(
      List<MapNode> documents,
      Predicate<TreePath> sealed,
      UnaryOperator<Variable> meaning,
      Predicate<Variable> wanted) {
    Map<String, Variable> all = new LinkedHashMap<>();
    for (MapNode document : documents) {
      Map<String, Variable> found = new LinkedHashMap<>();
      visit(
          document,
          TreePath.ROOT,
          (path, name, node) -> {
            Variable variable = meaning.apply(made(path, name, node, sealed.test(path)));
            if (wanted.test(variable)) {
              put(variable, found);
            }
          });
      all.putAll(found);
    }
    return new ArrayList<>(all.values());
  }

  /**
   * Returns the chosen values, whatever bytes they hold: a value in a map, an item of a list, or a
   * whole list as JSON. If a file has several documents, later ones win.
   *
   * @throws OutputFailure.NotRepresentable if a value is still encrypted, or if a name means two
   *     values of one document
   */
  Map<ValueChoice, Variable> chosen(
      List<MapNode> documents,
      Predicate<TreePath> sealed,
      UnaryOperator<Variable> meaning,
      Collection<ValueChoice> choices) {
    Map<ValueChoice, Variable> all = new LinkedHashMap<>();
    for (MapNode document : documents) {
      for (ValueChoice choice : choices) {
        candidates(document, choice, sealed, meaning)
            .reduce(Flattening::refuseBoth)
            .ifPresent(variable -> all.put(choice, requireOpened(variable)));
      }
    }
    return all;
  }

  private Stream<Variable> candidates(
      MapNode document,
      ValueChoice choice,
      Predicate<TreePath> sealed,
      UnaryOperator<Variable> meaning) {
    Stream.Builder<Variable> found = Stream.builder();
    Visitor visitor =
        (path, name, node) -> {
          Variable variable = meaning.apply(made(path, name, node, sealed.test(path)));
          if (choice.means(variable)) {
            found.add(variable);
          }
        };
    if (choice.path().isEmpty()) {
      visit(document, TreePath.ROOT, visitor);
    } else {
      TreePath path = choice.path().get();
      Optional<Node> node = NodeAt.search(document, path);
      node.filter(value -> !(value instanceof MapNode))
          .ifPresent(value -> visit(value, path, visitor));
    }
    return found.build();
  }

  private static Variable refuseBoth(Variable one, Variable other) {
    throw refusal(other.path(), one.path() + " has the same name, " + Printable.quote(one.name()))
        .hint("choose the value by its path");
  }

  private static Variable requireOpened(Variable variable) {
    if (VariableText.isToken(variable.value())
        || variable.parts().stream().anyMatch(VariableText::isToken)) {
      throw refusal(variable.path(), "it is still encrypted")
          .hint("the file was encrypted twice: decrypt it, then encrypt it once");
    }
    return variable;
  }

  private static Variable made(TreePath path, String name, Node node, boolean secret) {
    return new Variable(name, path, VariableText.of(node), secret, VariableText.parts(node));
  }

  /** Receives what becomes a variable. */
  interface Visitor {
    /** Called for each list and each value that is not null. */
    void see(TreePath path, String name, Node node);
  }

  /** Visits everything that becomes a variable, in file order. */
  void visit(List<MapNode> documents, Visitor visitor) {
    for (MapNode document : documents) {
      visit(document, TreePath.ROOT, visitor);
    }
  }

  private void visit(Node node, TreePath path, Visitor visitor) {
    Node resolved = node.resolved();
    if (resolved instanceof MapNode map) {
      map.entries().forEach(e -> visit(e.value(), path.then(new TreePath.Key(e.key())), visitor));
    } else if (!(resolved instanceof Leaf leaf && leaf.value() instanceof Scalar.Null)) {
      visitor.see(path, names.of(path), resolved);
    }
  }

  private static void put(Variable variable, Map<String, Variable> found) {
    String name = variable.name();
    TreePath path = variable.path();
    if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\0') >= 0) {
      throw refusal(path, "its name would be " + Printable.quote(name));
    }
    if (VariableText.hasZero(variable.value())) {
      throw refusal(path, "it has a zero byte");
    }
    requireOpened(variable);
    Variable before = found.put(name, variable);
    if (before != null) {
      throw refusal(path, before.path() + " has the same name, " + Printable.quote(name))
          .hint("rename one of the two keys, or choose another --separator");
    }
  }

  private static SealconfException refusal(TreePath path, String why) {
    return new OutputFailure.NotRepresentable(
        "the value at " + path + " can't be an environment variable: " + why);
  }
}
