package dev.sealconf.binding;

import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.BindingFailure;
import dev.sealconf.error.NearestWord;
import dev.sealconf.error.NotFound;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.operation.value.NodeAt;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds one value by its path. */
public final class SingleValue {
  private final Values values;

  /** Looks in this document. */
  public SingleValue(Values values) {
    this.values = values;
  }

  /**
   * Returns the bytes of a value, in a new array; empty if there is no value or it is null.
   *
   * @throws SealconfException a {@code BindingFailure} if it is a map or a list
   */
  public Optional<byte[]> bytes(String path) {
    Optional<TreePath> found = values.find(path);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Node node = NodeAt.find(values.root(), found.get());
    if (!(node instanceof Leaf leaf)) {
      throw new BindingFailure("the value at " + found.get() + " is " + Kind.of(node))
          .hint("name a value in it, or read all of it with asMap() or as(Class)");
    }
    return leaf.value() instanceof Scalar.Null ? Optional.empty() : Optional.of(values.bytes(leaf));
  }

  /**
   * Returns the characters of a value, in a new array.
   *
   * @throws SealconfException as {@link #bytes} does, or if the bytes are not UTF-8
   */
  public Optional<char[]> chars(String path) {
    Optional<byte[]> bytes = bytes(path);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.get()));
      char[] chars = new char[decoded.remaining()];
      decoded.get(chars);
      Arrays.fill(decoded.array(), '\0');
      return Optional.of(chars);
    } catch (CharacterCodingException e) {
      throw new BindingFailure("the value at " + values.find(path).orElseThrow() + " is not text")
          .hint("read its bytes with bytes(path)")
          .from(e);
    } finally {
      Arrays.fill(bytes.get(), (byte) 0);
    }
  }

  /** Returns the failure for a path without a value, with the nearest path as a hint. */
  public SealconfException missing(String path) {
    Optional<TreePath> found = values.find(path);
    if (found.isPresent()) {
      return new NotFound("the value at " + found.get() + " is null").hint("give it a value");
    }
    TreePath wanted = TreePath.of(PathText.steps(path));
    List<String> names = new ArrayList<>();
    List<TreePath> same = new ArrayList<>();
    values.visit(
        (name, place, leaf) -> {
          names.add(name);
          if (name.equals(path)) {
            same.add(place);
          }
        });
    SealconfException failure = new NotFound("no value at " + wanted);
    if (!same.isEmpty()) {
      return failure.hint("write it as " + Printable.plain(PathText.exact(same.get(0))));
    }
    return NearestWord.of(path, names)
        .map(near -> failure.hint("did you mean " + Printable.quote(near) + "?"))
        .orElseGet(() -> failure.hint("paths look like db.password or servers[0].host"));
  }
}
