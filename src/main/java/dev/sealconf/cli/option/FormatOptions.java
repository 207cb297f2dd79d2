package dev.sealconf.cli.option;

import dev.sealconf.document.DocumentFormats;

/** The options that say what format a file has: {@code docs/compatibility.md §types}. */
public final class FormatOptions {
  private static final String GROUP = "Types";

  private FormatOptions() {}

  /** Adds the options for the types of input and output. */
  public static void addTo(CommandSpec spec, DocumentFormats formats) {
    addInputTo(spec, formats);
    spec.add(
        GROUP, Options.value("TYPE", "Write this type, whatever the name says", "output-type"));
    spec.add(
        GROUP,
        Options.value("N", "Print in a new layout, indented by N spaces per level", "indent"));
  }

  /** Adds the option for the type of the input only. */
  public static void addInputTo(CommandSpec spec, DocumentFormats formats) {
    spec.add(GROUP, Options.value("TYPE", new InputType(formats), "input-type"));
  }

  /** Adds the option that replaces the file's own name. */
  public static void addOverrideTo(CommandSpec spec) {
    spec.add(
        GROUP,
        Options.value(
            "NAME",
            "Use this name to choose formats and the rule; required to encrypt standard input",
            "filename-override"));
  }

  /** Lists all formats. */
  private record InputType(DocumentFormats formats) implements Description {
    @Override
    public String text() {
      return "Read the input as one of "
          + String.join(", ", formats.names())
          + ", whatever its name";
    }
  }
}
