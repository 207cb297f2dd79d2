package dev.sealconf.document.format.ini;

import dev.sealconf.document.format.FlatMetadata;
import dev.sealconf.document.tree.Scalar;
import java.nio.charset.StandardCharsets;

/**
 * Writes the lines of the metadata section.
 *
 * @param width the width in bytes that names are padded to
 */
record IniLines(int width, String newline) implements FlatMetadata.Writer {

  @Override
  public String value(String text) {
    Scalar escaped = new Scalar.Text(text.replace("\n", "\\n"));
    return new String(IniText.value(escaped, IniQuote.BARE), StandardCharsets.UTF_8);
  }

  @Override
  public String line(String name, String text) {
    return IniPrinter.padded(IniText.key(name), width) + " = " + value(text);
  }
}
