package dev.sealconf.envelope;

import dev.sealconf.document.Comment;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Leaf;
import dev.sealconf.document.ListNode;
import dev.sealconf.document.MapNode;
import dev.sealconf.document.Node;
import dev.sealconf.document.Scalar;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.Splice;
import dev.sealconf.document.TreePath;
import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Puts the plain file together: the sealed file's bytes with every token replaced by its value, in
 * its original spelling where one is known and still says the same ({@code docs/format.md §9}).
 */
final class Restoration {
  private final OpenedDocument opened;
  private final Document document;
  private final DocumentFormat format;
  private boolean original;

  Restoration(OpenedDocument opened) {
    this.opened = opened;
    this.document = opened.document();
    this.format = document.format();
  }

  byte[] plain() {
    Spelling spelling = opened.spelling();
    byte[] spelled = assemble(spelling.texts());
    if (spelling.isEmpty()) {
      return spelled;
    }
    byte[] patched = patch(spelled, spelling.patches());
    if (digest(patched).equals(spelling.digest())) {
      original = true;
      return patched;
    }
    // Somebody reformatted the sealed file: keep what still reads back as the values.
    if (saysTheSame(patched)) {
      return patched;
    }
    return saysTheSame(spelled) ? spelled : assemble(Map.of());
  }

  /** Whether {@link #plain} gave the very bytes that were sealed, as the seal vouches. */
  boolean isOriginal() {
    return original;
  }

  /** The plain text of one place as it stands in the sealed file, in the layout of its token. */
  byte[] spell(int index) {
    OpenedPlace place = opened.places().get(index);
    return place.isComment()
        ? utf8(format.spell((Comment) place.place().element(), place.commentText()))
        : format.spell((Leaf) place.place().element(), place.value());
  }

  /** How a leaf is written in the plain file. */
  String text(int index) {
    String spelled = opened.spelling().texts().get(Integer.toString(index));
    return spelled != null ? spelled : new String(spell(index), StandardCharsets.UTF_8);
  }

  /** The file without patches. */
  byte[] assemble(Map<String, String> texts) {
    List<Splice> splices = new ArrayList<>(format.withoutMetadata(document));
    List<Span> covered = new ArrayList<>();
    texts.forEach(
        (address, text) -> {
          if (address.indexOf('^') > 0) {
            Span span = container(address).span();
            covered.add(span);
            splices.add(Splice.of(span, text));
          }
        });
    for (int i = 0; i < opened.places().size(); i++) {
      OpenedPlace place = opened.places().get(i);
      String text = texts.get(Integer.toString(i));
      if (place.place().element() instanceof ListNode list && hidesComments(list)) {
        splices.addAll(format.emptied(document, list));
      }
      if (place.place().reference().isPresent() || (!place.sealed() && text == null)) {
        continue;
      }
      Splice splice = splice(i, place, text);
      if (covered.stream().noneMatch(span -> within(splice.span(), span))) {
        splices.add(splice);
        splices.addAll(around(place));
      }
    }
    return document.source().apply(splices);
  }

  /** Whether a list that holds nothing else has comments that stand as items. */
  private static boolean hidesComments(ListNode list) {
    return list.elements().stream().anyMatch(item -> Walk.sealedComment(item).isPresent());
  }

  private List<Splice> around(OpenedPlace place) {
    return place.isLeaf()
        ? format.around((Leaf) place.place().element(), place.value())
        : List.of();
  }

  private Splice splice(int index, OpenedPlace place, String text) {
    if (place.isComment() && place.place().element() instanceof Leaf item) {
      return format.reveal(document, item, place.commentText());
    }
    Span span =
        place.place().element() instanceof Comment comment
            ? comment.span()
            : ((Leaf) place.place().element()).span();
    return new Splice(span, text != null ? utf8(text) : spell(index));
  }

  private static boolean within(Span inner, Span outer) {
    return inner.start() >= outer.start() && inner.end() <= outer.end();
  }

  /** The container of an address {@code N^D}: the node D steps down the path of place N. */
  private Node container(String address) {
    int mark = address.indexOf('^');
    Place place = opened.places().get(Integer.parseInt(address.substring(0, mark))).place();
    int depth = Integer.parseInt(address.substring(mark + 1));
    Node node = document.branches().get(place.branch());
    for (TreePath.Step step : place.path().steps().subList(0, depth)) {
      if (step instanceof TreePath.Key key) {
        node = ((MapNode) node.resolved()).entry(key.name()).orElseThrow().value();
      } else if (step instanceof TreePath.Index index) {
        node = ((ListNode) node.resolved()).items().get(index.position());
      }
    }
    return node;
  }

  private static byte[] patch(byte[] bytes, List<Spelling.Patch> patches) {
    byte[] patched = bytes;
    for (Spelling.Patch patch : patches) {
      int length = patch.was().length;
      int start = patch.fromEnd() ? patched.length - patch.skip() - length : patch.skip();
      boolean fits =
          start >= 0
              && start + length <= patched.length
              && Arrays.equals(Arrays.copyOfRange(patched, start, start + length), patch.was());
      if (fits) {
        Splice splice = new Splice(new Span(start, start + length), patch.is());
        patched = new SourceText("", patched).apply(List.of(splice));
      }
    }
    return patched;
  }

  private String digest(byte[] plain) {
    return Base64.getEncoder().encodeToString(opened.primitives().sha256(plain));
  }

  private boolean saysTheSame(byte[] plain) {
    try {
      Document read = format.read(new SourceText(document.source().name(), plain));
      Selector selector = Selector.of(opened.metadata().selection());
      return values(Walk.of(read, selector)).equals(values());
    } catch (SealconfException e) {
      return false;
    }
  }

  private static List<Scalar> values(List<Place> places) {
    List<Scalar> values = new ArrayList<>();
    for (Place place : places) {
      if (place.element() instanceof Leaf leaf) {
        values.add(leaf.value());
      }
    }
    return values;
  }

  private List<Scalar> values() {
    List<Scalar> values = new ArrayList<>();
    for (OpenedPlace place : opened.places()) {
      if (place.isLeaf()) {
        values.add(place.value());
      }
    }
    return values;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
