package dev.sealconf.cli.option;

import dev.sealconf.config.StoreSettings;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.Indent;
import dev.sealconf.operation.file.Output;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say what format a file is of: {@code docs/compatibility.md §types}. */
public final class FormatOptions {
  private static final String GROUP = "Types";

  private final Arguments given;
  private final DocumentFormats formats;

  /**
   * Reads the options of one command line.
   *
   * @throws dev.sealconf.error.SealconfException with 8 if one names a type that there is not
   */
  public FormatOptions(Arguments given, DocumentFormats formats) {
    this.given = given;
    this.formats = formats;
    List.of("input-type", "output-type")
        .forEach(
            option -> given.text(option).filter(word -> !word.isEmpty()).ifPresent(formats::named));
  }

  /** Declares the types of input and output. */
  public static void addTo(CommandSpec spec) {
    Options.group(spec, GROUP, FormatOptions::declareAll);
  }

  private static void declareAll(CommandSpec spec) {
    declareInput(spec);
    spec.addOption(
        Options.value("TYPE", "Write this type instead of what the name says", "output-type"));
    spec.addOption(Options.value("N", "Print in a new layout, with N spaces per level", "indent"));
  }

  /** Declares the type of the input alone. */
  public static void addInputTo(CommandSpec spec) {
    Options.group(spec, GROUP, FormatOptions::declareInput);
  }

  private static void declareInput(CommandSpec spec) {
    spec.addOption(
        Options.value(
            "TYPE",
            "Read as yaml, json, dotenv, ini or binary, whatever the name and the content say",
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
            "Take types and creation rule from this name; needed to encrypt standard input",
            "filename-override"));
  }

  /** The name that decides: the override, or the file's own. */
  public String decidingName(String fileName) {
    return given.text("filename-override").orElse(fileName);
  }

  /** What the input is read as: the type that was given, or what its name and content say. */
  public DocumentFormat input(String decidingName, byte[] content) {
    return format("input-type", decidingName, content);
  }

  /** How the result is written; by the deciding name, whatever the input was read as. */
  public Output output(String decidingName, byte[] content, StoreSettings stores) {
    DocumentFormat format = format("output-type", decidingName, content);
    OptionalInt asked = given.number("indent");
    Indent indent =
        asked.isPresent()
            ? StoreSettings.checked(format.name(), asked.getAsInt())
            : stores.indent(format.name());
    return new Output(format, indent, asked.isPresent());
  }

  private DocumentFormat format(String option, String decidingName, byte[] content) {
    Optional<String> word = given.text(option).filter(text -> !text.isEmpty());
    if (word.isPresent()) {
      return formats.named(word.get());
    }
    Path last = Path.of(decidingName).getFileName();
    return formats.forFile(last == null ? "" : last.toString(), content);
  }
}
