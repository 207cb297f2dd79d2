package dev.sealconf.operation.value;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.Node;
import dev.sealconf.document.SourceText;
import dev.sealconf.error.ExitCode;
import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;

/** Reads a value that was given as JSON text. */
public final class JsonValue {
  private JsonValue() {}

  /**
   * The value: a scalar, an object or a list. Whole numbers stay whole.
   *
   * @throws SealconfException with {@code INVALID_SET_FORMAT} if it is not JSON; without the text
   */
  public static Node parse(String json) {
    byte[] wrapped = ("{\"value\": " + json + "\n}").getBytes(StandardCharsets.UTF_8);
    try {
      Document document =
          new DocumentFormats().named("json").read(new SourceText("value", wrapped));
      if (document.branches().get(0).members().size() == 1
          && document.duplicate().isEmpty()
          && document.metadata().isEmpty()) {
        return document.branches().get(0).entries().get(0).value();
      }
    } catch (SealconfException e) {
      // Its location would be that of the wrapping.
    }
    throw new SealconfException(ExitCode.INVALID_SET_FORMAT, "the value is not valid JSON")
        .hint("a string needs double quotes inside the shell's: '\"text\"'");
  }
}
