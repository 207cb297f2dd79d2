package dev.sealconf.cli.git.report;

import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.services.ServiceClasses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the report formats, which are services. */
public final class ReportFormats {
  private static final String SUFFIX = "Report";

  private ReportFormats() {}

  /** Returns the names of all formats, in the order of help. */
  public static List<String> names() {
    List<ReportFormat> formats = new ArrayList<>(ServiceClasses.of(ReportFormat.class).all());
    formats.sort(Comparator.comparingInt(ReportFormat::rank));
    return formats.stream().map(ReportFormat::name).toList();
  }

  /**
   * Returns the format of this name.
   *
   * @throws UsageFailure.Mistake if there is none
   */
  public static ReportFormat named(String name) {
    ServiceClasses<ReportFormat> classes = ServiceClasses.of(ReportFormat.class);
    return classes
        .named(name, SUFFIX)
        .map(classes::make)
        .filter(format -> format.name().equals(name))
        .orElseThrow(
            () ->
                new UsageFailure.Mistake("unknown format " + Printable.quote(name) + " for reports")
                    .hint("the formats are " + String.join(", ", names())));
  }
}
