package dev.sealconf.binding;

import dev.sealconf.error.BindingFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Writes a program's object as JSON, in which a value of a file is set. */
public final class JsonText {
  private JsonText() {}

  /**
   * Returns a text, number, boolean, map, list, record or null as JSON.
   *
   * @throws dev.sealconf.error.SealconfException a {@code BindingFailure} if Jackson can't write it
   */
  public static String of(Object value) {
    try {
      return JsonMapper.builder().build().writeValueAsString(value);
    } catch (JacksonException e) {
      throw new BindingFailure(
              "an object of " + value.getClass().getSimpleName() + " can't be written as a value")
          .hint("set a text, number, boolean, map, list or record")
          .from(e);
    }
  }
}
