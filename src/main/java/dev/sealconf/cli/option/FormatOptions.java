package dev.sealconf.cli.option;

import dev.sealconf.document.DocumentFormats;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say what format a file is of: {@code docs/compatibility.md §types}. */
public final class FormatOptions {
  private static final String GROUP = "Types";

  private FormatOptions() {}

  /** Declares the types of input and output. */
  public static void addTo(CommandSpec spec, DocumentFormats formats) {
    Options.group(spec, GROUP, part -> declareAll(part, formats));
  }

  private static void declareAll(CommandSpec spec, DocumentFormats formats) {
    declareInput(spec, formats);
    spec.addOption(Options.value("TYPE", "Write this type, whatever the name says", "output-type"));
    spec.addOption(
        Options.value("N", "Print in a new layout, indented by N spaces per level", "indent"));
  }

  /** Declares the type of the input alone. */
  public static void addInputTo(CommandSpec spec, DocumentFormats formats) {
    Options.group(spec, GROUP, part -> declareInput(part, formats));
  }

  private static void declareInput(CommandSpec spec, DocumentFormats formats) {
    spec.addOption(
        Options.value(
            "TYPE",
            "Read the input as one of "
                + String.join(", ", formats.names())
                + ", whatever its name",
            "input-type"));
  }

  /** Declares the name that replaces the file's own. */
  public static void addOverrideTo(CommandSpec spec) {
    Options.group(spec, GROUP, FormatOptions::declareOverride);
  }

  private static void declareOverride(CommandSpec spec) {
    spec.addOption(
        Options.value(
            "NAME",
            "Use this name to choose formats and the rule; required to encrypt standard input",
            "filename-override"));
  }
}
