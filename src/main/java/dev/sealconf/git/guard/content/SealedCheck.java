package dev.sealconf.git.guard.content;

import dev.sealconf.document.Document;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.MetadataReader;
import dev.sealconf.error.Location;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.filter.RawText;
import dev.sealconf.git.guard.finding.Check;
import dev.sealconf.git.guard.finding.FileVersion;
import dev.sealconf.git.guard.finding.Findings;
import dev.sealconf.git.guard.settings.Demand;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.SealedReader;
import java.util.Optional;

/**
 * Checks an encrypted file: first what it says of itself, then with its data key if one opens it.
 */
public final class SealedCheck {
  private final KeyProviders providers;
  private final Findings findings;
  private final ClearValueCheck clearValues;
  private final TermsCheck terms;
  private final OpeningCheck opening;

  /**
   * Creates a check that adds to these findings.
   *
   * @param opening opens files, or doesn't try to
   */
  public SealedCheck(KeyProviders providers, Findings findings, OpeningCheck opening) {
    this.providers = providers;
    this.findings = findings;
    this.clearValues = new ClearValueCheck(findings);
    this.terms = new TermsCheck(providers, findings);
    this.opening = opening;
  }

  /** Checks one version of a file. */
  public void check(FileVersion file, Input input, Demand demand) {
    try {
      Document document = SealedReader.read(input);
      Metadata metadata = new MetadataReader(providers).read(document);
      MetadataReader.checkVersion(metadata, Location.of(input.source().name()));
      if (metadata.mac().isEmpty()) {
        damaged(file, 0, "the file's metadata has no MAC");
        return;
      }
      Optional<RawText.Reason> raw = RawText.reason(document.branches());
      raw.ifPresent(reason -> rawText(file, reason));
      terms.check(file, metadata, demand, raw.isPresent() || input.format().encryptsWhole());
      if (clearValues.check(file, document, metadata, demand.always() && demand.rule().isEmpty())) {
        opening.check(file, input);
      }
    } catch (SealconfException e) {
      damaged(file, e.location().map(Location::line).orElse(0), e.getMessage());
    }
  }

  private void damaged(FileVersion file, int line, String message) {
    findings.add(
        Check.DAMAGED,
        file,
        line,
        message,
        "restore the file from an earlier commit: git log -- " + file.word());
  }

  private void rawText(FileVersion file, RawText.Reason reason) {
    boolean conflict = reason == RawText.Reason.CONFLICT;
    if (conflict || reason == RawText.Reason.UNREADABLE) {
      findings.add(
          Check.RAW_TEXT,
          file,
          0,
          conflict
              ? "the file had conflict markers when git stored it"
              : "the file had a syntax error when git stored it",
          "correct " + file.word() + " in the work tree, and stage it again");
    }
  }
}
