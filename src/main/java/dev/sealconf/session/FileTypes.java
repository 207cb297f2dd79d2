package dev.sealconf.session;

import dev.sealconf.config.StoreSettings;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SourceText;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.Output;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * Determines a file's format from overrides, its name and its content: {@code docs/compatibility.md
 * §types}.
 */
public final class FileTypes {
  private final Overrides given;
  private final DocumentFormats formats;

  /**
   * Uses these overrides.
   *
   * @throws dev.sealconf.error.SealconfException with exit code 8 if one names an unknown type
   */
  public FileTypes(Overrides given, DocumentFormats formats) {
    this.given = given;
    this.formats = formats;
    for (String option : List.of("input-type", "output-type")) {
      String word = given.text(option).orElse("");
      if (!word.isEmpty()) {
        formats.named(word);
      }
    }
  }

  /** Returns the name that decides: the override, or the file's own name. */
  public String decidingName(String fileName) {
    return given.text("filename-override").orElse(fileName);
  }

  /** Returns the format to read the input in: the given type, or what its name and content say. */
  public DocumentFormat inputFormat(String decidingName, byte[] content) {
    return format("input-type", decidingName, content);
  }

  /** Returns a file as input, in the format that overrides, name and content say. */
  public Input input(String name, byte[] content) {
    return new Input(new SourceText(name, content), inputFormat(name, content));
  }

  /** Returns how to write the result. The deciding name says, whatever format the input had. */
  public Output output(String decidingName, byte[] content, StoreSettings stores) {
    DocumentFormat format = format("output-type", decidingName, content);
    OptionalInt asked = given.number("indent");
    Indent indent =
        asked.isPresent() ? StoreSettings.checked(format, asked.getAsInt()) : stores.indent(format);
    return new Output(format, indent, asked.isPresent());
  }

  private DocumentFormat format(String option, String decidingName, byte[] content) {
    String word = given.text(option).orElse("");
    if (!word.isEmpty()) {
      return formats.named(word);
    }
    Path last = Path.of(decidingName).getFileName();
    return formats.forFile(last == null ? "" : last.toString(), content);
  }
}
