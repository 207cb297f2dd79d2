package dev.sealconf.document.format.dotenv;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.FormatHints;
import dev.sealconf.document.format.FlatMetadata;
import dev.sealconf.document.tree.LineText;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the lines of an ENV file. */
final class DotenvLines implements FlatMetadata.Writer {

  /** Returns the bytes of a value. A newline is written as {@code \n}. */
  static byte[] value(Scalar value) {
    if (value instanceof Scalar.Blob blob) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(blob.value().length);
      for (byte b : blob.value()) {
        out.writeBytes(b == '\n' ? new byte[] {'\\', 'n'} : new byte[] {b});
      }
      return out.toByteArray();
    }
    return LineText.of(value).replace("\n", "\\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Refuses a text with the two characters that are a newline in every line of a file. */
  static void refuseLineBreakEscape(String key, Scalar value) {
    if (value instanceof Scalar.Text text && text.value().contains("\\n")) {
      throw new OutputFailure.NotRepresentable(
              "in an ENV file, "
                  + Printable.quote(key)
                  + " can't have a backslash before an n: it is a line break")
          .hint(FormatHints.keepIn(DocumentFormat::holdsTrees));
    }
  }

  /**
   * Returns the start of a line.
   *
   * @throws SealconfException if the line would read as another key or as a comment
   */
  static byte[] key(String key) {
    if (key.indexOf('=') >= 0 || key.indexOf('\n') >= 0 || key.startsWith("#")) {
      throw notALine(key, "can't be written as the key of a line");
    }
    return (key + "=").getBytes(StandardCharsets.UTF_8);
  }

  static byte[] comment(String text) {
    return ("#" + text.replace("\n", "\n#")).getBytes(StandardCharsets.UTF_8);
  }

  static SealconfException notALine(String key, String why) {
    return new OutputFailure.NotRepresentable("in an ENV file, " + Printable.quote(key) + " " + why)
        .hint(FormatHints.writeAs(DocumentFormat::holdsTrees));
  }

  @Override
  public String value(String text) {
    return text.replace("\n", "\\n");
  }

  @Override
  public String line(String name, String text) {
    return DotenvFormat.PREFIX + name + "=" + value(text);
  }

  @Override
  public String newline() {
    return "\n";
  }
}
