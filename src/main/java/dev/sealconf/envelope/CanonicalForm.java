package dev.sealconf.envelope;

import dev.sealconf.document.Layout;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.selection.CoveredWalk;
import dev.sealconf.envelope.spelling.OpenedPlace;
import dev.sealconf.envelope.token.Token;
import dev.sealconf.envelope.token.ValueText;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.spi.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * The bytes that represent everything the seal covers. No two documents have the same bytes,
 * because each field starts with its length ({@code docs/format.md §8.2}).
 */
final class CanonicalForm implements CoveredWalk.Visitor {

  /** A byte buffer that can be truncated. */
  private static final class Bytes {
    private byte[] bytes = new byte[256];
    private int count;

    int size() {
      return count;
    }

    void shorten(int length) {
      count = length;
    }

    void writeBytes(byte[] more) {
      room(more.length);
      System.arraycopy(more, 0, bytes, count, more.length);
      count += more.length;
    }

    void number(int value) {
      room(4);
      for (int shift = 24; shift >= 0; shift -= 8) {
        bytes[count++] = (byte) (value >>> shift);
      }
    }

    private void room(int more) {
      if (more > bytes.length - count) {
        bytes = Arrays.copyOf(bytes, Math.max(count + more, bytes.length * 2));
      }
    }

    byte[] toByteArray() {
      return Arrays.copyOf(bytes, count);
    }
  }

  private final Bytes out = new Bytes();
  private final Bytes comments = new Bytes();
  private int commentCount;
  private int valueCount;

  /** The start of each container that has not ended yet. */
  private final Deque<Integer> starts = new ArrayDeque<>();

  private CanonicalForm() {}

  /** Returns the first part of the form: the rule, the recipients and the groups. */
  static byte[] terms(Metadata metadata) {
    CanonicalForm form = new CanonicalForm();
    form.rules(metadata);
    form.number(metadata.groups().size());
    metadata.groups().forEach(form::group);
    return form.out.toByteArray();
  }

  /**
   * Returns the form of a sealed document.
   *
   * @param branches its trees
   * @param places the places of the walk over them
   */
  static byte[] of(Metadata metadata, List<MapNode> branches, List<OpenedPlace> places) {
    CanonicalForm form = new CanonicalForm();
    form.out.writeBytes(terms(metadata));
    form.number(branches.size());
    CoveredWalk.over(branches, places, metadata.macOnlyEncrypted(), form);
    form.number(form.commentCount);
    form.out.writeBytes(form.comments.toByteArray());
    return form.out.toByteArray();
  }

  private void rules(Metadata metadata) {
    text("sealconf seal v1");
    text(metadata.selection().kind().field());
    text(metadata.selection().argument());
    number(metadata.macOnlyEncrypted() ? 1 : 0);
    number(metadata.threshold());
  }

  /**
   * Adds master keys without their wrapped data. Their order within the group is layout and doesn't
   * count.
   */
  private void group(WrappedGroup group) {
    number(group.keys().size());
    group.keys().stream()
        .map(WrappedKey::masterKey)
        .map(CanonicalForm::masterKey)
        .sorted(Arrays::compareUnsigned)
        .forEach(this::bytes);
  }

  private static byte[] masterKey(MasterKey key) {
    CanonicalForm form = new CanonicalForm();
    form.text(key.provider());
    for (Map.Entry<String, Field> field : key.fields().entrySet()) {
      if (!field.getKey().equals("created_at")) {
        form.text(field.getKey());
        form.field(field.getValue());
      }
    }
    return form.out.toByteArray();
  }

  private void field(Field field) {
    if (field instanceof Field.Table table) {
      number(table.entries().size());
      table
          .entries()
          .forEach(
              (name, value) -> {
                text(name);
                text(value);
              });
    } else {
      text(((Field.Text) field).value());
    }
  }

  @Override
  public void enter(Object step, Node container, int first) {
    starts.push(out.size());
    step(step);
    tag(container instanceof MapNode map ? map.layout() : ((ListNode) container).layout());
    text(container instanceof MapNode ? "map" : "list");
  }

  @Override
  public void leave(OpenedPlace end, int index, boolean covered) {
    int start = starts.pop();
    if (covered) {
      text("end");
      wanted(end);
    } else {
      out.shorten(start);
    }
  }

  @Override
  public void leaf(Object step, OpenedPlace place, int index) {
    valueCount++;
    step(step);
    if (place.place().element() instanceof Leaf leaf) {
      tag(leaf.layout());
    }
    text(type(place));
    wanted(place);
    bytes(ValueText.bytes(place.value()));
  }

  /** Blank lines decide which map a comment belongs to, so only the order of comments counts. */
  @Override
  public void comment(OpenedPlace place, int index) {
    commentCount++;
    comments.number(valueCount);
    bytes(comments, ValueText.bytes(place.value()));
  }

  /** Items need no number, because they come in order. */
  private void step(Object step) {
    if (step instanceof String key) {
      text("key");
      text(key);
    }
  }

  /** Other readers may give a tag a meaning that it doesn't have in SOPS. */
  private void tag(Layout layout) {
    if (!layout.tag().isEmpty()) {
      text("tag");
      text(layout.tag());
    }
  }

  private void wanted(OpenedPlace place) {
    text(place.place().wanted() ? "+" : "-");
  }

  /**
   * Returns the type that the token names, because readers of different types may accept the same
   * plaintext.
   */
  private static String type(OpenedPlace place) {
    if (place.sealed()) {
      return Token.typeOf(place.token());
    }
    return place.value() instanceof Scalar.Null ? "null" : ValueText.type(place.value());
  }

  private void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void bytes(byte[] bytes) {
    bytes(out, bytes);
  }

  private void number(int value) {
    out.number(value);
  }

  private static void bytes(Bytes out, byte[] bytes) {
    out.number(bytes.length);
    out.writeBytes(bytes);
  }
}
