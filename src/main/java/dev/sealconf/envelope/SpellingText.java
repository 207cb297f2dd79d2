package dev.sealconf.envelope;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The JSON form of a {@link Spelling}, as it is sealed ({@code docs/format.md §9}). */
final class SpellingText {
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  private SpellingText() {}

  /** Compact UTF-8 JSON; two bytes if there is nothing to say. */
  static byte[] write(Spelling spelling) {
    if (spelling.isEmpty()) {
      return NOTHING.clone();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeObjectPropertyStart("spelling");
      spelling.texts().forEach(json::writeStringProperty);
      json.writeEndObject();
      json.writeArrayPropertyStart("patches");
      spelling.patches().forEach(patch -> write(json, patch));
      json.writeEndArray();
      json.writeStringProperty("sha256", spelling.digest());
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator json, Spelling.Patch patch) {
    json.writeStartObject();
    json.writeStringProperty("from", patch.fromEnd() ? "end" : "start");
    json.writeNumberProperty("skip", patch.skip());
    json.writeStringProperty("was", Base64.getEncoder().encodeToString(patch.was()));
    json.writeStringProperty("is", Base64.getEncoder().encodeToString(patch.is()));
    json.writeEndObject();
  }

  /** Reads what {@link #write} wrote; it was authenticated, so its form is not in doubt. */
  static Spelling read(byte[] text) {
    if (java.util.Arrays.equals(text, NOTHING)) {
      return Spelling.NONE;
    }
    Map<String, String> texts = new LinkedHashMap<>();
    List<Spelling.Patch> patches = new ArrayList<>();
    String digest = "";
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        switch (json.currentName()) {
          case "spelling" -> readTexts(json, texts);
          case "patches" -> readPatches(json, patches);
          default -> {
            json.nextToken();
            digest = json.getString();
          }
        }
      }
    }
    return new Spelling(texts, patches, digest);
  }

  private static void readTexts(JsonParser json, Map<String, String> texts) {
    json.nextToken();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String address = json.currentName();
      json.nextToken();
      texts.put(address, json.getString());
    }
  }

  private static void readPatches(JsonParser json, List<Spelling.Patch> patches) {
    json.nextToken();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      Map<String, String> fields = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        fields.put(name, json.getString());
      }
      patches.add(
          new Spelling.Patch(
              fields.get("from").equals("end"),
              Integer.parseInt(fields.get("skip")),
              Base64.getDecoder().decode(fields.get("was")),
              Base64.getDecoder().decode(fields.get("is"))));
    }
  }
}
