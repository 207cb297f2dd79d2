package dev.sealconf.git.guard.content;

import dev.sealconf.config.CreationRule;
import dev.sealconf.document.Document;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.envelope.selection.Selector;
import dev.sealconf.envelope.selection.Walk;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.guard.finding.Check;
import dev.sealconf.git.guard.finding.FileVersion;
import dev.sealconf.git.guard.finding.Findings;
import dev.sealconf.git.guard.settings.Demand;
import dev.sealconf.operation.file.Input;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/** Checks a file that must be encrypted, and isn't an encrypted file. */
public final class PlainCheck {
  private static final String TOKEN = "ENC[AES256_GCM,";
  private static final int FIRST_LINE = 1;

  private final Findings findings;

  /** Creates a check that adds to these findings. */
  public PlainCheck(Findings findings) {
    this.findings = findings;
  }

  /**
   * Checks one version of a file.
   *
   * @param check how plaintext is reported
   */
  public void check(FileVersion file, Input input, Demand demand, Check check) {
    byte[] bytes = input.source().bytes();
    OptionalInt conflict = ConflictMarkers.line(bytes);
    boolean tokens = new String(bytes, StandardCharsets.ISO_8859_1).contains(TOKEN);
    if (conflict.isPresent()) {
      findings.add(
          Check.CONFLICT,
          file,
          conflict.getAsInt(),
          "the file has conflict markers",
          "resolve the conflict in " + file.word() + ", and stage it again");
    }
    if (tokens) {
      if (conflict.isEmpty()) {
        findings.add(
            Check.DAMAGED,
            file,
            0,
            "the file has encrypted values, but is not an encrypted file",
            "restore the file from an earlier commit: git log -- " + file.word());
      }
      return;
    }
    OptionalInt line = demand.always() ? OptionalInt.of(0) : firstSelected(input, demand);
    if (line.isPresent()) {
      findings.add(
          check,
          file,
          line.getAsInt(),
          "the file must be encrypted: " + demand.reason(),
          hint(file, demand));
    }
  }

  private static String hint(FileVersion file, Demand demand) {
    String encrypt =
        demand.filtered()
            ? "sealconf git install, then git add --renormalize -- " + file.word()
            : "sealconf encrypt -i " + file.word() + " && git add -- " + file.word();
    return file.commit().isEmpty()
        ? encrypt
        : "amend the commit, so that the plaintext is in none: " + encrypt;
  }

  /** Returns the line of the first value that the rule selects; 0 if the file can't be read. */
  private static OptionalInt firstSelected(Input input, Demand demand) {
    if (input.format().encryptsWhole()) {
      return OptionalInt.of(FIRST_LINE);
    }
    try {
      Selection selection =
          demand.rule().flatMap(CreationRule::selection).orElse(Selection.DEFAULT);
      Document document = input.format().read(input.source());
      Optional<Place> first =
          Walk.of(document, Selector.of(selection)).stream()
              .filter(place -> place.selected() && place.element() instanceof Leaf)
              .findFirst();
      return first.isEmpty()
          ? OptionalInt.empty()
          : OptionalInt.of(
              document.source().locate(((Leaf) first.get().element()).span().start()).line());
    } catch (SealconfException e) {
      return OptionalInt.of(0);
    }
  }
}
