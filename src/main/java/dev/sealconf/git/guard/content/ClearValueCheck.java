package dev.sealconf.git.guard.content;

import dev.sealconf.document.Document;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.envelope.PlainPlaces;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.envelope.selection.Selector;
import dev.sealconf.envelope.selection.Walk;
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
    List<Place> plain = PlainPlaces.among(places);
    plain.stream().limit(MOST).forEach(place -> add(file, document, place));
    if (plain.size() > MOST) {
      String more = plain.size() - MOST + " more are not encrypted";
      findings.add(Check.CLEAR_VALUE, file, 0, more, hint(file));
    }
    return plain.stream().allMatch(place -> place.element() instanceof Comment);
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
}
