package dev.sealconf.git.diff;

import dev.sealconf.document.Document;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.envelope.selection.Selector;
import dev.sealconf.envelope.selection.Walk;
import dev.sealconf.envelope.token.Token;
import dev.sealconf.envelope.token.ValueText;
import dev.sealconf.error.Printable;
import dev.sealconf.operation.merge.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a version of a file by their places, and its comments. */
final class VersionValues {
  private static final Place WHOLE = new Place(0, TreePath.ROOT);

  private final Fingerprints fingerprints;
  private final boolean reveal;
  private final Map<Place, Value> values = new LinkedHashMap<>();
  private final List<String> comments = new ArrayList<>();

  /**
   * A value, or the token of one that was not decrypted.
   *
   * @param secret whether a selection selects it
   */
  private record Value(Scalar scalar, boolean secret) {}

  private VersionValues(Fingerprints fingerprints, boolean reveal) {
    this.fingerprints = fingerprints;
    this.reveal = reveal;
  }

  /** Those of a version; none of a file that is not there. */
  static VersionValues of(
      Optional<FileVersion> version, Fingerprints fingerprints, boolean reveal) {
    VersionValues found = new VersionValues(fingerprints, reveal);
    version.ifPresent(found::read);
    return found;
  }

  private void read(FileVersion version) {
    if (version.document().isEmpty()) {
      values.put(WHOLE, new Value(ValueText.text(version.text()), true));
    } else {
      version.selections().forEach(s -> walk(version.document().get(), s));
    }
  }

  private void walk(Document document, Selection selection) {
    Map<Place, Value> walked = new HashMap<>();
    boolean first = values.isEmpty() && comments.isEmpty();
    for (dev.sealconf.envelope.selection.Place at : Walk.of(document, Selector.of(selection))) {
      Place place = new Place(at.branch(), at.path());
      if (at.element() instanceof Leaf leaf && Walk.sealedComment(leaf).isEmpty()) {
        if (walked.putIfAbsent(place, new Value(leaf.value(), at.selected())) == null) {
          values.merge(place, walked.get(place), VersionValues::either);
        }
      } else if (first && at.element() instanceof Comment comment) {
        comments.add(place + " " + comment.text());
      }
    }
  }

  private static Value either(Value one, Value other) {
    return new Value(one.scalar(), one.secret() || other.secret());
  }

  /** Returns what happened to values on the way from this version to another. */
  List<ValueChange> changesTo(VersionValues after) {
    List<ValueChange> changes = new ArrayList<>();
    values.forEach(
        (place, was) -> {
          Value is = after.values.get(place);
          if (is == null || !is.scalar().equals(was.scalar())) {
            changes.add(
                new ValueChange(
                    shown(place),
                    Optional.of(shown(was, is)),
                    Optional.ofNullable(is).map(now -> after.shown(now, was))));
          }
        });
    after.values.forEach(
        (place, is) -> {
          if (!values.containsKey(place)) {
            Optional<ValueChange.Shown> now = Optional.of(after.shown(is, null));
            changes.add(new ValueChange(shown(place), Optional.empty(), now));
          }
        });
    return changes;
  }

  private static String shown(Place place) {
    return place.path().depth() == 0 ? "the whole file" : place.toString();
  }

  boolean sameComments(VersionValues after) {
    return comments.equals(after.comments);
  }

  /** What is secret in one version is not shown in the other one. */
  private ValueChange.Shown shown(Value value, Value other) {
    Scalar scalar = value.scalar();
    String text = new String(ValueText.bytes(scalar), StandardCharsets.UTF_8);
    if (scalar instanceof Scalar.Text && Token.looksLike(text)) {
      String type = Token.parse(text).map(Token::type).orElse("str");
      return new ValueChange.Shown(Printable.plain(type), fingerprints.encrypted(text), true);
    }
    boolean secret = value.secret() || other != null && other.secret();
    String shown =
        secret && !reveal ? fingerprints.hidden(scalar) : Printable.plain(text.stripTrailing());
    return new ValueChange.Shown(type(scalar), shown, secret);
  }

  private static String type(Scalar scalar) {
    return scalar instanceof Scalar.Null ? "null" : ValueText.type(scalar);
  }
}
