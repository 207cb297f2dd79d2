package dev.sealconf.cli.git.report;

import com.google.auto.service.AutoService;
import dev.sealconf.error.Printable;
import dev.sealconf.git.guard.Verification;
import dev.sealconf.git.guard.finding.Finding;

/** Writes two lines for each finding, for people: {@code PATH:LINE: CHECK: MESSAGE} and a hint. */
@AutoService(ReportFormat.class)
public final class TextReport implements ReportFormat {
  private static final int SHORT = 12;

  @Override
  public String name() {
    return "text";
  }

  @Override
  public int rank() {
    return 10;
  }

  @Override
  public String write(Verification verification) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : verification.findings()) {
      String commit = finding.file().commit();
      text.append(Printable.plain(finding.file().name()))
          .append(finding.line() == 0 ? "" : ":" + finding.line())
          .append(": ")
          .append(finding.check().id())
          .append(": ")
          .append(finding.message())
          .append(commit.isEmpty() ? "" : " (in commit " + commit.substring(0, SHORT) + ")")
          .append("\n  hint: ")
          .append(finding.hint())
          .append('\n');
    }
    return text.toString();
  }
}
