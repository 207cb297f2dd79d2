package dev.sealconf.keys.providers.vault;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Vault said. Its text is looked at, never shown: it may quote what was sent.
 *
 * @param fields the texts of its objects, as {@code data.ciphertext}
 */
record VaultAnswer(int status, Map<String, String> fields, List<String> errors) {

  /** The answer in a body; without fields if it is not JSON. */
  static VaultAnswer of(int status, byte[] body) {
    Map<String, String> fields = new HashMap<>();
    List<String> errors = new ArrayList<>();
    String text = new String(body, StandardCharsets.UTF_8);
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      readTop(json, fields, errors);
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      return new VaultAnswer(status, Map.of(), List.of());
    }
    return new VaultAnswer(status, fields, errors);
  }

  boolean isGood() {
    return status >= 200 && status < 300;
  }

  Optional<String> text(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  /** Whether one of its errors has these words in it. */
  boolean complains(String words) {
    return errors.stream().anyMatch(error -> error.contains(words));
  }

  /** Spelled out, so that nothing of it gets into a message. */
  @Override
  public String toString() {
    return "answer " + status;
  }

  private static void readTop(JsonReader json, Map<String, String> fields, List<String> errors)
      throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (json.peek() == JsonToken.BEGIN_OBJECT) {
        readObject(json, name, fields);
      } else if (json.peek() == JsonToken.BEGIN_ARRAY && name.equals("errors")) {
        readErrors(json, errors);
      } else {
        json.skipValue();
      }
    }
    json.endObject();
  }

  private static void readObject(JsonReader json, String object, Map<String, String> fields)
      throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (json.peek() == JsonToken.STRING) {
        fields.put(object + "." + name, json.nextString());
      } else {
        json.skipValue();
      }
    }
    json.endObject();
  }

  private static void readErrors(JsonReader json, List<String> errors) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      if (json.peek() == JsonToken.STRING) {
        errors.add(json.nextString());
      } else {
        json.skipValue();
      }
    }
    json.endArray();
  }
}
