package dev.sealconf.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors of one file under {@code testdata/vectors}: one line, one vector. */
record Vectors(String name, List<JsonNode> all) {

  static Vectors read(String name) {
    JsonMapper mapper = new JsonMapper();
    try {
      List<String> lines = Files.readAllLines(Path.of("testdata/vectors", name + ".json"));
      return new Vectors(name, lines.stream().map(mapper::readTree).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(JsonNode vector, String field) {
    return HexFormat.of().parseHex(text(vector, field));
  }

  static String text(JsonNode vector, String field) {
    return vector.required(field).asString();
  }

  static boolean isSound(JsonNode vector) {
    return text(vector, "expect").equals("ok");
  }
}
