package dev.sealconf.operation.branch;

import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.envelope.spelling.OpenedPlace;
import dev.sealconf.operation.file.MergedFile;
import dev.sealconf.operation.file.OpenedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whether what a branch changed in the metadata of a file was done by someone who could read
 * the file. Anyone can make an encrypted file with a valid seal, because recipients are public
 * ({@code docs/security.md §data keys}).
 */
final class Trust {
  private static final int LONG = 8;

  private final Optional<OpenedFile> base;
  private final boolean sealsAreUsed;

  /**
   * Compares with the version that both branches began with.
   *
   * @param sealsAreUsed whether any version has a seal
   */
  Trust(Optional<OpenedFile> base, boolean sealsAreUsed) {
    this.base = base;
    this.sealsAreUsed = sealsAreUsed;
  }

  /**
   * Returns whether the data key of a version is the base's, or was made by someone who knew the
   * base.
   */
  boolean inDataKey(OpenedFile version) {
    return base.isPresent()
        && (MergedFile.sameDataKey(base.get(), version) || keptValues(base.get(), version));
  }

  /** Returns whether a seal, which takes the data key to make, covers the version's recipients. */
  boolean inSeal(OpenedFile version) {
    return version.opened().termsVouched() && inDataKey(version);
  }

  /** Returns the same, where no version has a seal: then as much as SOPS itself relies on. */
  boolean inRecipients(OpenedFile version) {
    return (version.opened().termsVouched() || !sealsAreUsed) && inDataKey(version);
  }

  /**
   * Returns whether at least half of the base's encrypted values are still there, which only
   * someone who could read them can have done under another data key. Short values can be guessed,
   * so they count only if there are no others.
   */
  private static boolean keptValues(OpenedFile base, OpenedFile version) {
    Map<TreePath, Scalar> now = new HashMap<>();
    for (OpenedPlace place : secrets(version)) {
      now.put(place.place().path(), place.value());
    }
    List<OpenedPlace> all = secrets(base);
    List<OpenedPlace> hard = all.stream().filter(place -> isLong(place.value())).toList();
    List<OpenedPlace> counted = hard.isEmpty() ? all : hard;
    long kept =
        counted.stream()
            .filter(place -> place.value().equals(now.get(place.place().path())))
            .count();
    return kept > 0 && 2 * kept >= counted.size();
  }

  private static List<OpenedPlace> secrets(OpenedFile file) {
    return file.opened().places().stream()
        .filter(place -> place.sealed() && place.isLeaf() && place.place().branch() == 0)
        .toList();
  }

  private static boolean isLong(Scalar value) {
    return value instanceof Scalar.Blob
        || value instanceof Scalar.Text text && text.value().length() >= LONG;
  }
}
