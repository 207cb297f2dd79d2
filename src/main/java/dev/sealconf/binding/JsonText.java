package dev.sealconf.binding;

import dev.sealconf.binding.jackson.JacksonClasses;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.error.BindingFailure;
import dev.sealconf.error.UsageFailure;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a program's object as JSON, in which a value of a file is set. */
public final class JsonText {
  private JsonText() {}

  /**
   * Returns a text, number, boolean, map, list, record or null as JSON. A text becomes the one to
   * store so that programs which read the format get this one.
   *
   * @throws dev.sealconf.error.SealconfException a {@code BindingFailure} if Jackson can't write
   *     it, a {@code UsageFailure.InvalidValue} if it has half of a character, an {@code
   *     OutputFailure.NotRepresentable} if the format can't hold the text
   */
  public static String of(Object value, DocumentFormat format) {
    try {
      return written(value, format);
    } catch (LinkageError e) {
      throw JacksonClasses.dontFit(e);
    }
  }

  private static String written(Object value, DocumentFormat format) {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build();
    String json = json(mapper, value);
    if (UnpairedSurrogate.isIn(json)) {
      throw new UsageFailure.InvalidValue("the value" + UnpairedSurrogate.MESSAGE)
          .hint(UnpairedSurrogate.HINT);
    } else if (!json.startsWith("\"")) {
      return json;
    }
    return json(mapper, format.textOfVariable(mapper.readValue(json, String.class)));
  }

  private static String json(JsonMapper mapper, Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (RuntimeException e) { // of Jackson, or of the program's own class
      throw new BindingFailure(
              "an object of " + value.getClass().getSimpleName() + " can't be written as a value")
          .hint("set a text, number, boolean, map, list or record")
          .from(e);
    }
  }
}
