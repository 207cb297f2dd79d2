package dev.sealconf.binding;

import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.BindingFailure;
import dev.sealconf.error.NearestWord;
import dev.sealconf.error.NotFound;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.operation.value.NodeAt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes objects of the program's own types with Jackson. Each key of the file must belong to a
 * component of the type, and each component of a record must have a value, unless it is an {@code
 * Optional}. Jackson's messages repeat values, so failures are written from their paths alone.
 */
public final class TypedValues {
  private final Values values;

  /** Reads the values of this document. */
  public TypedValues(Values values) {
    this.values = values;
  }

  /**
   * Returns the whole document as an object of this type.
   *
   * @throws SealconfException a {@code NotFound} if a value is missing, a {@code BindingFailure} if
   *     a key is unknown or a value has the wrong type
   */
  public <T> T whole(Class<T> type) {
    return read(TreePath.ROOT, new JsonTree(values).whole(), type);
  }

  /** Returns the value or the part of the document at a path; fails as {@link #whole} does. */
  public <T> T at(TreePath path, Class<T> type) {
    return read(path, new JsonTree(values).of(NodeAt.find(values.root(), path)), type);
  }

  private <T> T read(TreePath path, JsonNode tree, Class<T> type) {
    try {
      return mapper().treeToValue(tree, type);
    } catch (JacksonException e) {
      throw failure(path, e, type).from(e);
    }
  }

  /** Returns a new mapper: a shared one would keep the program's classes from being unloaded. */
  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .annotationIntrospector(new RequiredComponents())
        .build();
  }

  private SealconfException failure(TreePath from, JacksonException e, Class<?> type) {
    TreePath named = place(from, e.getPath());
    TreePath path = values.find(named).orElse(named);
    if (e instanceof UnrecognizedPropertyException unknown) {
      return unknown(path, unknown);
    } else if (e instanceof ValueInstantiationException refused) {
      String name = refused.getType().getRawClass().getSimpleName();
      return new BindingFailure(name + " refuses the values" + at(path))
          .hint("look at the checks in its constructor; its own message may contain a value");
    }
    Optional<Node> node = NodeAt.search(values.root(), path);
    if (node.isEmpty()) {
      return missing(path, type);
    } else if (node.get() instanceof Leaf leaf && leaf.value() instanceof Scalar.Null) {
      return new NotFound("the value at " + path + " is null, and " + owner(type) + " requires one")
          .hint("give it a value, or declare the component as an Optional");
    }
    return new BindingFailure(
            "the value at "
                + path
                + " is "
                + Kind.of(node.get())
                + wanted(e)
                + " for "
                + owner(type))
        .hint("change the value in the file, or the type of the component");
  }

  private SealconfException missing(TreePath path, Class<?> type) {
    SealconfException failure =
        new NotFound("no value at " + path + ", which " + owner(type) + " requires");
    if (path.last() instanceof TreePath.Key key
        && NodeAt.search(values.root(), path.above()).orElse(null) instanceof MapNode map) {
      List<String> there = map.entries().stream().map(values::key).toList();
      Optional<String> near = NearestWord.of(key.name(), there);
      if (near.isPresent()) {
        failure = failure.hint("the file has " + Printable.quote(near.get()) + ": is that it?");
      }
    }
    return failure.hint("add it to the file, or declare the component as an Optional");
  }

  private static String owner(Class<?> type) {
    return type.getSimpleName();
  }

  private static String at(TreePath path) {
    return path.depth() == 0 ? "" : " at " + path;
  }

  private static String wanted(JacksonException e) {
    return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
        ? ", which can't be read as " + mismatch.getTargetType().getSimpleName()
        : ", which can't be read";
  }

  private static SealconfException unknown(TreePath path, UnrecognizedPropertyException e) {
    SealconfException failure =
        new BindingFailure(
            e.getReferringClass().getSimpleName() + " has no component for the key at " + path);
    List<String> known = new ArrayList<>();
    if (e.getKnownPropertyIds() != null) {
      e.getKnownPropertyIds().forEach(id -> known.add(String.valueOf(id)));
    }
    return NearestWord.of(e.getPropertyName(), known)
        .map(near -> failure.hint("did you mean " + Printable.quote(near) + "?"))
        .orElseGet(() -> failure.hint("add a component, or remove the key from the file"));
  }

  private static TreePath place(TreePath from, List<Reference> references) {
    TreePath path = from;
    for (Reference reference : references) {
      if (reference.getPropertyName() != null) {
        path = path.then(new TreePath.Key(reference.getPropertyName()));
      } else if (reference.getIndex() >= 0) {
        path = path.then(new TreePath.Index(reference.getIndex()));
      }
    }
    return path;
  }
}
