package dev.sealconf.cli.git.report;

import dev.sealconf.git.guard.Verification;

/**
 * A way to write findings for one kind of reader. An implementation is one class annotated
 * {@code @AutoService(ReportFormat.class)} with a public constructor without arguments; its class
 * is called like its name: {@code SarifReport} for {@code sarif}.
 */
public interface ReportFormat {

  /** The word of {@code --format}. */
  String name();

  /** The place in help; lower first. */
  int rank();

  /** The whole report, also if nothing was found; ends with a line break, or is empty. */
  String write(Verification verification);
}
