package dev.sealconf.envelope.spelling;

import dev.sealconf.envelope.spelling.Spelling.Address;
import dev.sealconf.envelope.spelling.Spelling.Entry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes and reads a {@link Spelling} as JSON, the form in which it is sealed ({@code
 * docs/format.md §9}).
 */
public final class SpellingText {
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  private SpellingText() {}

  /** Returns compact UTF-8 JSON; two bytes if the spelling is empty. */
  public static byte[] write(Spelling spelling) {
    if (spelling.isEmpty()) {
      return NOTHING.clone();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("spelling");
      List<Object> before = List.of();
      for (Entry entry : spelling.entries()) {
        write(json, entry, before);
        before = entry.address().isComment() ? before : entry.address().path();
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("patches");
      spelling.patches().forEach(patch -> write(json, patch));
      json.writeEndArray();
      json.writeStringProperty("sha256", spelling.digest());
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator json, Entry entry, List<Object> before) {
    json.writeStartObject();
    if (entry.address().isComment()) {
      json.writeNumberProperty("comment", entry.address().number());
    } else {
      writeAddress(json, entry.address(), before);
    }
    if (entry.alias()) {
      json.writeBooleanProperty("alias", true);
    }
    if (entry.indent() > 0) {
      json.writeNumberProperty("indent", entry.indent());
    }
    json.writeStringProperty("text", entry.text());
    json.writeEndObject();
  }

  private static void writeAddress(JsonGenerator json, Address address, List<Object> before) {
    json.writeArrayPropertyStart("at");
    List<Object> path = address.path();
    int kept = shared(before, path);
    json.writeNumber(kept);
    for (Object step : path.subList(kept, path.size())) {
      if (step instanceof Integer position) {
        json.writeNumber(position);
      } else {
        json.writeString((String) step);
      }
    }
    json.writeEndArray();
    if (address.number() > 0) {
      json.writeNumberProperty("number", address.number());
    }
  }

  private static int shared(List<Object> one, List<Object> other) {
    int length = Math.min(one.size(), other.size());
    int count = 0;
    while (count < length && one.get(count).equals(other.get(count))) {
      count++;
    }
    return count;
  }

  private static void write(JsonGenerator json, Spelling.Patch patch) {
    json.writeStartObject();
    json.writeStringProperty("from", patch.fromEnd() ? "end" : "start");
    json.writeNumberProperty("skip", patch.skip());
    json.writeStringProperty("was", Base64.getEncoder().encodeToString(patch.was()));
    json.writeStringProperty("is", Base64.getEncoder().encodeToString(patch.is()));
    json.writeEndObject();
  }

  /** Reads what {@link #write} wrote. It was authenticated, so its form is known to be correct. */
  public static Spelling read(byte[] text) {
    if (Arrays.equals(text, NOTHING)) {
      return Spelling.NONE;
    }
    List<Entry> entries = new ArrayList<>();
    List<Spelling.Patch> patches = new ArrayList<>();
    String digest = "";
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        switch (json.currentName()) {
          case "spelling" -> readEntries(json, entries);
          case "patches" -> readPatches(json, patches);
          default -> {
            json.nextToken();
            digest = json.getString();
          }
        }
      }
    }
    return new Spelling(entries, patches, digest);
  }

  private static void readEntries(JsonParser json, List<Entry> entries) {
    json.nextToken();
    List<Object> path = List.of();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      Address address = Address.comment(0);
      boolean alias = false;
      int indent = 0;
      String text = "";
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "at" -> {
            path = readPath(json, path);
            address = new Address(path, 0);
          }
          case "comment" -> address = Address.comment(json.getIntValue());
          case "alias" -> alias = true;
          case "number" -> address = new Address(path, json.getIntValue());
          case "indent" -> indent = json.getIntValue();
          default -> text = json.getString();
        }
      }
      entries.add(new Entry(address, alias, text, indent));
    }
  }

  private static List<Object> readPath(JsonParser json, List<Object> before) {
    json.nextToken();
    List<Object> path = new ArrayList<>(before.subList(0, json.getIntValue()));
    while (json.nextToken() != JsonToken.END_ARRAY) {
      boolean position = json.currentToken() == JsonToken.VALUE_NUMBER_INT;
      path.add(position ? (Object) json.getIntValue() : json.getString());
    }
    return path;
  }

  private static void readPatches(JsonParser json, List<Spelling.Patch> patches) {
    json.nextToken();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      boolean fromEnd = false;
      int skip = 0;
      byte[] was = {};
      byte[] is = {};
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "from" -> fromEnd = json.getString().equals("end");
          case "skip" -> skip = json.getIntValue();
          case "was" -> was = Base64.getDecoder().decode(json.getString());
          default -> is = Base64.getDecoder().decode(json.getString());
        }
      }
      patches.add(new Spelling.Patch(fromEnd, skip, was, is));
    }
  }
}
