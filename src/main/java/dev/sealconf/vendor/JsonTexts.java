package dev.sealconf.vendor;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The strings in a JSON object from a service, a vendor's tool or a library. They may be secrets or
 * repeat what was sent, so messages never show them. Jackson's streaming parser reads them, because
 * its tree model would add a third of a second to each run that calls a key service ({@code
 * docs/dependencies.md}). Closing wipes the bytes.
 */
public final class JsonTexts implements AutoCloseable {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final byte[] json;
  private final boolean whole;

  private JsonTexts(byte[] json) {
    this.json = json;
    this.whole = isWhole(json);
  }

  /**
   * Reads the strings in an object. There are none if the bytes aren't JSON.
   *
   * @param json UTF-8; used without copying, so the caller must not change it
   */
  public static JsonTexts in(byte[] json) {
    return new JsonTexts(json);
  }

  /**
   * Returns the string at a path, or empty if there is none.
   *
   * @param path the field names that lead to it
   */
  public Optional<String> text(String... path) {
    return at(
        path,
        Optional.empty(),
        value -> isText(value) ? Optional.of(value.getString()) : Optional.empty());
  }

  /** Returns the strings in the list at a path, skipping its other elements. */
  public List<String> texts(String... path) {
    return at(path, List.of(), JsonTexts::ofList);
  }

  /** Returns whether there is a field at a path, whatever its value. */
  public boolean has(String... path) {
    return at(path, false, value -> true);
  }

  @Override
  public void close() {
    Arrays.fill(json, (byte) 0);
  }

  /**
   * Encodes a JSON object with these strings as UTF-8. The caller wipes it if one of them is a
   * secret.
   */
  public static byte[] object(Map<String, String> texts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator to = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      to.writeStartObject();
      texts.forEach(to::writeStringProperty);
      to.writeEndObject();
    }
    return out.toByteArray();
  }

  /**
   * Applies {@code read} to the value at a path, or returns {@code none} if there is no such value.
   */
  private <T> T at(String[] path, T none, Function<JsonParser, T> read) {
    if (!whole) {
      return none;
    }
    try (JsonParser value = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      value.nextToken();
      for (String name : path) {
        if (value.currentToken() != JsonToken.START_OBJECT || !enter(value, name)) {
          return none;
        }
      }
      return read.apply(value);
    } catch (JacksonException e) {
      return none;
    }
  }

  private static boolean enter(JsonParser value, String name) {
    while (value.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean found = value.currentName().equals(name);
      value.nextToken();
      if (found) {
        return true;
      }
      value.skipChildren();
    }
    return false;
  }

  private static List<String> ofList(JsonParser value) {
    List<String> texts = new ArrayList<>();
    if (value.currentToken() == JsonToken.START_ARRAY) {
      while (value.nextToken() != JsonToken.END_ARRAY) {
        if (isText(value)) {
          texts.add(value.getString());
        }
        value.skipChildren();
      }
    }
    return texts;
  }

  private static boolean isText(JsonParser value) {
    return value.currentToken() == JsonToken.VALUE_STRING;
  }

  private static boolean isWhole(byte[] json) {
    try (JsonParser at = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      if (at.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      at.skipChildren();
      return at.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }
}
