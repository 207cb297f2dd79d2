package dev.sealconf.git.guard.content;

import dev.sealconf.document.Document;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.envelope.selection.Selector;
import dev.sealconf.envelope.selection.Walk;
import dev.sealconf.envelope.token.Token;
import dev.sealconf.git.guard.finding.Check;
import dev.sealconf.git.guard.finding.FileVersion;
import dev.sealconf.git.guard.finding.Findings;
import java.util.List;

/** Finds values and comments that an encrypted file's own selection wants encrypted, but aren't. */
final class ClearValueCheck {
  private static final int MOST = 20;

  private final Findings findings;

  ClearValueCheck(Findings findings) {
    this.findings = findings;
  }

  /**
   * Checks a file, and returns whether all values that are selected are encrypted.
   *
   * @param some whether at least one value has to be, whatever the file's own selection says
   */
  boolean check(FileVersion file, Document document, Metadata metadata, boolean some) {
    List<Place> places = Walk.of(document, Selector.of(metadata.selection()));
    if (some && places.stream().noneMatch(Place::selected)) {
      findings.add(
          Check.CLEAR_VALUE,
          file,
          0,
          "no value in the file is encrypted",
          "add a creation rule for it to .sops.yaml, and encrypt it by that rule");
    }
    int values = 0;
    int all = 0;
    for (Place place : places) {
      if (place.selected() && place.reference().isEmpty() && !isToken(place)) {
        all++;
        if (!(place.element() instanceof Comment)) {
          values++;
        }
        if (all <= MOST) {
          add(file, document, place);
        }
      }
    }
    if (all > MOST) {
      findings.add(
          Check.CLEAR_VALUE, file, 0, (all - MOST) + " more are not encrypted", hint(file));
    }
    return values == 0;
  }

  private void add(FileVersion file, Document document, Place place) {
    boolean comment = place.element() instanceof Comment;
    int start =
        place.element() instanceof Comment c
            ? c.span().start()
            : place.element() instanceof Leaf leaf ? leaf.span().start() : 0;
    findings.add(
        Check.CLEAR_VALUE,
        file,
        document.source().locate(start).line(),
        comment
            ? "a comment is not encrypted"
            : "the value at " + place.path() + " is not encrypted",
        hint(file));
  }

  private static String hint(FileVersion file) {
    return "restore the file with git restore --source=HEAD -- "
        + file.word()
        + ", then change it with sealconf edit";
  }

  private static boolean isToken(Place place) {
    if (place.element() instanceof Comment comment) {
      return Token.parse(comment.text()).isPresent();
    }
    return !(place.element() instanceof Leaf leaf)
        || leaf.value() instanceof Scalar.Text text && Token.parse(text.value()).isPresent();
  }
}
