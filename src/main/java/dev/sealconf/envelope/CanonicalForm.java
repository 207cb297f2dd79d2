package dev.sealconf.envelope;

import dev.sealconf.document.ListNode;
import dev.sealconf.document.MapNode;
import dev.sealconf.document.Scalar;
import dev.sealconf.document.TreePath;
import dev.sealconf.envelope.token.ValueCipher;
import dev.sealconf.envelope.token.ValueText;
import dev.sealconf.keys.Field;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.WrappedKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * All that the seal vouches for, as bytes that no other document gives: every field is preceded by
 * its length ({@code docs/format.md §8.2}).
 */
final class CanonicalForm {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private CanonicalForm() {}

  static byte[] of(Metadata metadata, List<OpenedPlace> places) {
    CanonicalForm form = new CanonicalForm();
    form.rules(metadata);
    form.number(metadata.groups().size());
    metadata.groups().forEach(form::group);
    form.number(places.stream().filter(CanonicalForm::covered).count());
    for (OpenedPlace place : places) {
      if (covered(place)) {
        form.place(place);
      }
    }
    return form.out.toByteArray();
  }

  /** Clear comments are layout: formatters may touch them. */
  private static boolean covered(OpenedPlace place) {
    return !place.isComment() || place.sealed();
  }

  private void rules(Metadata metadata) {
    text("sealconf seal v1");
    text(metadata.selection().kind().field());
    text(metadata.selection().argument());
    number(metadata.macOnlyEncrypted() ? 1 : 0);
    number(metadata.threshold());
  }

  /** Master keys without what was wrapped; their order in the group is layout. */
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

  private void place(OpenedPlace opened) {
    Place place = opened.place();
    number(place.branch());
    number(place.path().depth());
    for (TreePath.Step step : place.path().steps()) {
      if (step instanceof TreePath.Key key) {
        text("k" + key.name());
      } else if (step instanceof TreePath.Index index) {
        text("i" + index.position());
      }
    }
    text(kind(opened) + (opened.sealed() ? "+" : "-"));
    bytes(ValueText.bytes(opened.value()));
  }

  private static String kind(OpenedPlace opened) {
    if (opened.isComment()) {
      return ValueCipher.COMMENT;
    } else if (opened.place().element() instanceof MapNode) {
      return "map";
    } else if (opened.place().element() instanceof ListNode) {
      return "list";
    }
    return opened.value() instanceof Scalar.Null ? "null" : ValueText.type(opened.value());
  }

  private void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void bytes(byte[] bytes) {
    number(bytes.length);
    out.writeBytes(bytes);
  }

  private void number(long value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift));
    }
  }
}
