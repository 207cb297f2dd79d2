package dev.sealconf.cli.git.report;

import dev.sealconf.git.guard.Verification;

/**
 * Writes findings for one kind of reader. An implementation is one class annotated
 * {@code @AutoService(ReportFormat.class)} with a public constructor without arguments; its class
 * is called like its name: {@code SarifReport} for {@code sarif}.
 */
public interface ReportFormat {

  /** Returns the word of {@code --format}. */
  String name();

  /** Returns the place in help; lower comes first. */
  int rank();

  /** Returns the whole report, also if nothing was found. It is empty or ends with a line break. */
  String write(Verification verification);
}
