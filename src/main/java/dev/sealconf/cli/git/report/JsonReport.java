package dev.sealconf.cli.git.report;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.JsonOutput;
import dev.sealconf.git.guard.Verification;
import dev.sealconf.git.guard.finding.FileVersion;
import dev.sealconf.git.guard.finding.Finding;
import java.util.List;
import java.util.Optional;

/** Writes JSON for programs: {@code docs/git-verify.md §reports}. */
@AutoService(ReportFormat.class)
public final class JsonReport implements ReportFormat {

  /** The whole report. */
  record Report(int files, int encrypted, List<String> notOpened, List<Item> findings) {}

  /** One finding. A field that has no value is left out. */
  record Item(
      String check,
      String path,
      Optional<Integer> line,
      Optional<String> commit,
      String message,
      String hint) {
    static Item of(Finding finding) {
      return new Item(
          finding.check().id(),
          finding.file().name(),
          finding.line() == 0 ? Optional.empty() : Optional.of(finding.line()),
          Optional.of(finding.file().commit()).filter(commit -> !commit.isEmpty()),
          finding.message(),
          finding.hint());
    }
  }

  @Override
  public String name() {
    return "json";
  }

  @Override
  public int rank() {
    return 20;
  }

  @Override
  public String write(Verification verification) {
    return JsonOutput.of(
        new Report(
            verification.files().size(),
            verification.encrypted(),
            verification.unopened().stream().map(FileVersion::text).toList(),
            verification.findings().stream().map(Item::of).toList()));
  }
}
