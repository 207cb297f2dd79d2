package dev.sealconf.envelope;

import dev.sealconf.document.Document;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Inherited;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.envelope.selection.Walk;
import dev.sealconf.envelope.spelling.OpenedPlace;
import dev.sealconf.envelope.token.AdditionalData;
import dev.sealconf.envelope.token.Token;
import dev.sealconf.envelope.token.ValueCipher;
import dev.sealconf.envelope.token.ValueText;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.SealconfException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens the tokens of a document, in order, in one thread. */
final class ValueOpening {
  private final Document document;
  private final ValueCipher cipher;
  private final boolean lenient;
  private final List<Place> places;
  private final KnownValues known;
  private final Inherited<AdditionalData> paths =
      new Inherited<>(AdditionalData.ROOT, AdditionalData::then);
  private int clearComments;
  private Place[] nodesBefore;
  private Place[] nodesAfter;

  /**
   * @param lenient whether to keep a comment that can't be opened as it is
   * @param known tokens that need not be opened
   */
  ValueOpening(
      Document document,
      List<Place> places,
      ValueCipher cipher,
      boolean lenient,
      KnownValues known) {
    this.document = document;
    this.places = places;
    this.cipher = cipher;
    this.lenient = lenient;
    this.known = known;
  }

  /** Returns the places of a part of the file with their values. */
  List<OpenedPlace> part(int from, int to) {
    List<OpenedPlace> opened = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      opened.add(open(i, places.get(i)));
    }
    return opened;
  }

  /** Returns how many comments are clear although the selection says to seal them. */
  int clearComments() {
    return clearComments;
  }

  private OpenedPlace open(int index, Place place) {
    Element element = place.element();
    if (element instanceof Comment comment) {
      return place.selected()
          ? comment(index, place, comment.text())
          : new OpenedPlace(place, new Scalar.Text(comment.text()), "");
    } else if (element instanceof Leaf leaf) {
      return leaf(index, place, leaf);
    }
    return new OpenedPlace(place, new Scalar.Null(), "");
  }

  private OpenedPlace leaf(int index, Place place, Leaf leaf) {
    if (!place.selected()) {
      return new OpenedPlace(place, leaf.value(), "");
    }
    Optional<String> comment = Walk.sealedComment(leaf);
    return comment.isPresent() ? comment(index, place, comment.get()) : value(index, place, leaf);
  }

  private OpenedPlace value(int index, Place place, Leaf leaf) {
    if (!(leaf.value() instanceof Scalar.Text text)) {
      throw failure(place, leaf, "is not encrypted, but the rule of the file says it must be");
    }
    Optional<Scalar> made = known.value(index, place, text.value());
    return new OpenedPlace(
        place, made.isPresent() ? made.get() : opened(place, leaf, text), text.value());
  }

  private Scalar opened(Place place, Leaf leaf, Scalar.Text text) {
    Token token =
        Token.parse(text.value())
            .orElseThrow(
                () ->
                    Token.looksLike(text.value())
                        ? failure(place, leaf, "is damaged")
                        : failure(
                            place,
                            leaf,
                            "is not encrypted, but the rule of the file says it must be"));
    return cipher
        .open(token, paths.at(place.path()))
        .flatMap(bytes -> ValueText.read(token.type(), bytes))
        .orElseThrow(() -> failure(place, leaf, "can't be decrypted: it was changed or moved"));
  }

  private SealconfException failure(Place place, Leaf leaf, String what) {
    return new OpeningFailure.ValueNotOpened("the value at " + place.path() + " " + what)
        .at(document.source().locate(leaf.span().start()))
        .hint("restore the file from version control, or set the value again with sealconf set");
  }

  private OpenedPlace comment(int index, Place place, String text) {
    Optional<Token> token = Token.parse(text).filter(t -> t.type().equals(ValueCipher.COMMENT));
    Optional<byte[]> bytes = token.flatMap(found -> openComment(index, found));
    if (bytes.isPresent()) {
      return new OpenedPlace(place, new Scalar.Text(AdditionalData.string(bytes.get())), text);
    }
    if (Token.looksLike(text) && !lenient) {
      throw new OpeningFailure.ValueNotOpened(
              "a comment below " + place.path() + " can't be decrypted: it was changed or moved")
          .at(document.source().locate(place.element() instanceof Comment c ? c.span().start() : 0))
          .hint("--ignore-mac keeps these comments as they are");
    }
    clearComments++;
    return new OpenedPlace(place, new Scalar.Text(text), "");
  }

  /**
   * Tries the possible paths of a comment. The token may authenticate the path of the surrounding
   * map or, because parsers differ in what a comment between two maps belongs to, the path of a map
   * around one of its neighbors. For a comment that is an item of a list, there is only one path.
   * The path of a value is never used.
   */
  private Optional<byte[]> openComment(int index, Token token) {
    Place own = places.get(index);
    if (own.element() instanceof Leaf) {
      return cipher.open(token, paths.at(own.path()));
    }
    Set<AdditionalData> tried = new HashSet<>();
    if (nodesBefore == null) {
      nodesBefore = nearest(1);
      nodesAfter = nearest(-1);
    }
    for (Place near : List.of(places.get(index), nodesBefore[index], nodesAfter[index])) {
      TreePath path = around(near);
      while (path != null) {
        AdditionalData data = paths.at(path);
        Optional<byte[]> bytes = tried.add(data) ? cipher.open(token, data) : Optional.empty();
        if (bytes.isPresent()) {
          return bytes;
        }
        path = path.depth() > 0 ? path.above() : null;
      }
    }
    return Optional.empty();
  }

  /** Returns the path of the map or list around a place. */
  private static TreePath around(Place place) {
    boolean inside =
        place.path().depth() == 0
            || !(place.element() instanceof Leaf)
            || Walk.sealedComment(place.element()).isPresent();
    return inside ? place.path() : place.path().above();
  }

  /**
   * Returns, for each place, the nearest value or empty container on one side; the place itself if
   * there is none.
   */
  private Place[] nearest(int direction) {
    Place[] nearest = new Place[places.size()];
    Place last = null;
    for (int i = 0; i < nearest.length; i++) {
      int at = direction > 0 ? i : nearest.length - 1 - i;
      Place place = places.get(at);
      nearest[at] = last == null ? place : last;
      boolean comment =
          place.element() instanceof Comment || Walk.sealedComment(place.element()).isPresent();
      last = comment || place.endsFilled() ? last : place;
    }
    return nearest;
  }
}
