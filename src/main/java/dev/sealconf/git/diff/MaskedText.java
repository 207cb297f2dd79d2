package dev.sealconf.git.diff;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Splice;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.envelope.selection.Selector;
import dev.sealconf.envelope.selection.Walk;
import dev.sealconf.envelope.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The text of a document in which values are masked. Keys, layout and everything that stays clear
 * when the file is encrypted are as they are written.
 */
final class MaskedText {
  /** Selects everything: no key ends like this. */
  static final Selection ALL = new Selection(Selection.Kind.UNENCRYPTED_SUFFIX, "\0\0");

  private final Document document;
  private final DocumentFormat format;
  private final Fingerprints fingerprints;
  private final List<Splice> splices = new ArrayList<>();

  private MaskedText(Document document, Fingerprints fingerprints) {
    this.document = document;
    this.format = document.format();
    this.fingerprints = fingerprints;
  }

  /**
   * Returns the text of a plain or encrypted document without metadata.
   *
   * @param selections what any of them selects is masked; at least one
   * @throws dev.sealconf.error.SealconfException if a selection can't be applied
   */
  static byte[] of(Document document, Set<Selection> selections, Fingerprints fingerprints) {
    MaskedText masked = new MaskedText(document, fingerprints);
    masked.mask(selections);
    return document.source().apply(masked.splices);
  }

  /** Returns the same document without its metadata. */
  static Document withoutMetadata(Document sealed) {
    if (sealed.metadata().isEmpty()) {
      return sealed;
    }
    DocumentFormat format = sealed.format();
    byte[] rest = sealed.source().apply(format.withoutMetadata(sealed));
    return format.read(new SourceText(sealed.source().name(), rest));
  }

  private void mask(Set<Selection> selections) {
    List<List<Place>> walks = new ArrayList<>();
    for (Selection selection : selections) {
      walks.add(Walk.of(document, Selector.of(selection)));
    }
    for (int i = 0; i < walks.get(0).size(); i++) {
      boolean selected = false;
      for (List<Place> places : walks) {
        selected |= places.get(i).selected();
      }
      mask(walks.get(0).get(i), selected);
    }
  }

  /** What is behind an alias is written, and masked, in another place. */
  private void mask(Place place, boolean selected) {
    if (place.reference().isPresent()) {
      return;
    }
    if (place.element() instanceof Leaf leaf) {
      String text = leaf.value() instanceof Scalar.Text held ? held.value() : "";
      if (Token.looksLike(text)) {
        replace(leaf, fingerprints.encrypted(text));
      } else if (selected) {
        replace(leaf, fingerprints.hidden(leaf.value()));
      }
    } else if (place.element() instanceof Comment comment) {
      if (Token.looksLike(comment.text())) {
        replace(comment, fingerprints.encrypted(comment.text()));
      } else if (selected) {
        String blank = comment.text().startsWith(" ") ? " " : "";
        replace(comment, blank + fingerprints.hiddenComment(comment.text()));
      }
    }
  }

  private void replace(Leaf leaf, String mask) {
    splices.add(Splice.of(leaf.span(), format.tokenText(leaf, mask)));
    splices.addAll(format.headerChange(leaf, new Scalar.Text(mask)));
  }

  private void replace(Comment comment, String mask) {
    splices.add(Splice.of(comment.span(), format.tokenText(comment, mask)));
  }
}
