package dev.sealconf.binding;

import dev.sealconf.binding.jackson.ExactParser;
import dev.sealconf.binding.jackson.JacksonClasses;
import dev.sealconf.binding.jackson.StrictMapper;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.SealconfException;
import dev.sealconf.operation.value.NodeAt;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes objects of the program's own types with Jackson. Each key of the file must belong to a
 * component of the type, and each component of a record must have a value, unless it is an {@code
 * Optional}. No value is changed on the way.
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

  /**
   * Returns the value or the part of the document at a path, which may be the start of keys with
   * dots; fails as {@link #whole} does.
   */
  public <T> T at(String path, Class<T> type) {
    JsonTree tree = new JsonTree(values);
    Optional<TreePath> found = values.find(path);
    if (found.isPresent()) {
      return read(found.get(), tree.of(NodeAt.find(values.root(), found.get())), type);
    }
    TreePath start = TreePath.of(PathText.steps(path));
    JsonNode part = tree.below(start).orElseThrow(() -> new SingleValue(values).missing(path));
    return read(start, part, type);
  }

  private <T> T read(TreePath path, JsonNode tree, Class<T> type) {
    Objects.requireNonNull(type, "type");
    TypeMismatch mismatch = new TypeMismatch(values, path, tree, type);
    T object;
    try {
      JsonMapper mapper = StrictMapper.create();
      object = mapper.readValue(new ExactParser(mapper.treeAsTokens(tree), tree), type);
    } catch (JacksonException e) {
      throw mismatch.of(e).from(e);
    } catch (RuntimeException e) {
      throw mismatch.refused(path, type).from(e);
    } catch (LinkageError e) {
      throw JacksonClasses.dontFit(e);
    }
    if (object == null) {
      throw mismatch.ofNull();
    }
    return object;
  }
}
