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
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Says why values don't fit a type. Jackson's messages repeat values, and those of the program's
 * own classes may. So failures are written from the paths and types alone.
 */
final class TypeMismatch {
  private final Values values;
  private final TreePath from;
  private final JsonNode tree;
  private final Class<?> type;

  /** Explains failures to read this tree, which is at the path {@code from}, as the type. */
  TypeMismatch(Values values, TreePath from, JsonNode tree, Class<?> type) {
    this.values = values;
    this.from = from;
    this.tree = tree;
    this.type = type;
  }

  /** Returns the failure for what Jackson reports. */
  SealconfException of(JacksonException e) {
    TreePath path = path(e);
    if (e instanceof UnrecognizedPropertyException unknown) {
      return unknown(path, unknown);
    } else if (e instanceof ValueInstantiationException refused) {
      return refused(path, refused.getType().getRawClass());
    } else if (!(e instanceof MismatchedInputException)
        && e.getCause() instanceof RuntimeException cause
        && !(cause instanceof JacksonException)) {
      return refused(path, type);
    }
    Optional<String> kind = kind(e, path);
    if (kind.isEmpty()) {
      return missing(path);
    } else if (isNull(path)) {
      return nullValue(path, !e.getPath().isEmpty());
    }
    return new BindingFailure("the value at " + path + " is " + kind.get() + wanted(e))
        .hint("change the value in the file, or the type of the component");
  }

  /** Returns the failure for a value that Jackson reads as null. */
  SealconfException ofNull() {
    return isNull(from)
        ? nullValue(from, false)
        : new BindingFailure("the value at " + from + " can't be read as " + name(type))
            .hint("use a type that has values");
  }

  /** Returns the failure for an exception of the program's own class. */
  SealconfException refused(TreePath path, Class<?> refusing) {
    String at = path.depth() == 0 ? "" : " at " + path;
    return new BindingFailure(name(refusing) + " refuses the values" + at)
        .hint("look at the checks in its code; its own message may contain a value");
  }

  private SealconfException nullValue(TreePath path, boolean inside) {
    SealconfException failure =
        new NotFound(
            "the value at "
                + path
                + " is null"
                + (inside ? ", and " + name(type) + " requires one" : ""));
    return failure.hint(
        inside ? "give it a value, or declare the component as an Optional" : "give it a value");
  }

  private SealconfException missing(TreePath path) {
    SealconfException failure =
        new NotFound("no value at " + path + ", which " + name(type) + " requires");
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

  private static SealconfException unknown(TreePath path, UnrecognizedPropertyException e) {
    Class<?> owner = e.getReferringClass();
    String member = owner.isRecord() ? "component" : "property";
    SealconfException failure =
        new BindingFailure(name(owner) + " has no " + member + " for the key at " + path);
    List<String> known = new ArrayList<>();
    if (e.getKnownPropertyIds() != null) {
      e.getKnownPropertyIds().forEach(id -> known.add(String.valueOf(id)));
    }
    return NearestWord.of(e.getPropertyName(), known)
        .map(near -> failure.hint("did you mean " + Printable.quote(near) + "?"))
        .orElseGet(() -> failure.hint("add a " + member + ", or remove the key from the file"));
  }

  /** Returns the kind of the value at a path, or nothing if there is no value. */
  private Optional<String> kind(JacksonException e, TreePath path) {
    Optional<String> kind = NodeAt.search(values.root(), path).map(Kind::of);
    JsonNode node = tree;
    for (Reference step : e.getPath()) {
      node = step.getPropertyName() == null ? node : node.path(step.getPropertyName());
    }
    return kind.isEmpty() && node.isObject() ? Optional.of("a map") : kind;
  }

  private boolean isNull(TreePath path) {
    Node node = NodeAt.search(values.root(), path).orElse(null);
    return node instanceof Leaf leaf && leaf.value() instanceof Scalar.Null;
  }

  private String wanted(JacksonException e) {
    String target = e.getPath().isEmpty() ? " as " + name(type) : "";
    if (e instanceof InvalidTypeIdException id) {
      target = " as " + name(id.getBaseType().getRawClass());
    } else if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      target = " as " + name(mismatch.getTargetType());
    } else if (e instanceof InputCoercionException number) {
      target = " as " + name(number.getTargetType());
    } else if (e instanceof InvalidDefinitionException definition && definition.getType() != null) {
      target = " as " + name(definition.getType().getRawClass());
    }
    return ", which can't be read" + target + (e.getPath().isEmpty() ? "" : " for " + name(type));
  }

  private static String name(Class<?> type) {
    return type.getSimpleName();
  }

  /**
   * Returns the path of the value. Jackson names a key by its component, not by its alias, and may
   * read a single value as a list.
   */
  private TreePath path(JacksonException e) {
    TreePath named = place(e.getPath());
    Optional<TreePath> found = there(named);
    if (found.isEmpty()
        && named.depth() > from.depth()
        && e.processor() instanceof JsonParser parser
        && parser.currentName() != null
        && !parser.hasToken(JsonToken.END_OBJECT)) {
      found = there(named.above().then(new TreePath.Key(parser.currentName())));
    }
    boolean converted = e instanceof InvalidFormatException || e instanceof InputCoercionException;
    while (converted && found.isEmpty() && named.depth() > from.depth()) {
      named = named.above();
      found = there(named);
    }
    return found.orElse(named);
  }

  private Optional<TreePath> there(TreePath path) {
    return NodeAt.search(values.root(), path).isPresent() ? Optional.of(path) : values.find(path);
  }

  private TreePath place(List<Reference> references) {
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
