package dev.sealconf.keys.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyMessage;
import dev.sealconf.keys.spi.KeyProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What travels between a client and a key service ({@code testdata/keyservice}). */
final class MessagesTest {
  private static final KeyProviders PROVIDERS = KeyProviders.installed();
  private static final HexFormat HEX = HexFormat.of();

  /** A request that was written by hand. */
  record Vector(
      String name,
      KeyMessage message,
      SortedMap<String, Field> fields,
      byte[] payload,
      byte[] request) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Vector> vectors() {
    Path file = Path.of("testdata/keyservice/messages.json");
    return new JsonMapper()
        .readTree(file.toFile())
        .valueStream()
        .filter(node -> PROVIDERS.named(node.get("provider").asString()).isPresent())
        .map(MessagesTest::vector);
  }

  private static Vector vector(JsonNode node) {
    SortedMap<String, Field> fields = new TreeMap<>();
    node.get("fields").forEachEntry((name, value) -> fields.put(name, field(value)));
    StringBuilder request = new StringBuilder();
    node.get("request").forEach(piece -> request.append(piece.asString().replace(" ", "")));
    KeyProvider provider = PROVIDERS.named(node.get("provider").asString()).orElseThrow();
    return new Vector(
        node.get("name").asString(),
        provider.keyMessage().orElseThrow(),
        fields,
        HEX.parseHex(node.get("payload").asString()),
        HEX.parseHex(request));
  }

  private static Field field(JsonNode value) {
    if (!value.isObject()) {
      return new Field.Text(value.asString());
    }
    SortedMap<String, String> entries = new TreeMap<>();
    value.forEachEntry((name, text) -> entries.put(name, text.asString()));
    return new Field.Table(entries);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void writesARequest(Vector vector) {
    byte[] key = KeyFields.encode(vector.message(), vector.fields());
    Request request = new Request(vector.message().kind(), key, vector.payload());

    assertThat(HEX.formatHex(request.encoded())).isEqualTo(HEX.formatHex(vector.request()));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void readsARequest(Vector vector) throws IOException {
    Request request = Request.decode(vector.request());
    SortedMap<String, Field> sent = new TreeMap<>(vector.fields());
    sent.keySet().retainAll(vector.message().fields());
    sent.values().removeIf(new Field.Text("")::equals);

    assertThat(request.kind()).isEqualTo(vector.message().kind());
    assertThat(request.payload()).isEqualTo(vector.payload());
    assertThat(KeyFields.decode(vector.message(), request.key())).isEqualTo(sent);
  }

  @Test
  void readsAndWritesAResponse() throws IOException {
    assertThat(Response.encode(new byte[] {1, 2})).isEqualTo(HEX.parseHex("0a020102"));
    assertThat(Response.decode(HEX.parseHex("0a020102"))).containsExactly(1, 2);
    assertThat(Response.decode(new byte[0])).isEmpty();
  }

  @Test
  void ignoresFieldsOfLaterVersions() throws IOException {
    KeyMessage age = new KeyMessage(6, "recipient");
    byte[] bytes = HEX.parseHex("0a0a" + "3208" + "0a0161" + "120162" + "1801" + "5a00" + "120103");
    Request request = Request.decode(bytes);

    assertThat(request.kind()).isEqualTo(6);
    assertThat(request.payload()).containsExactly(3);
    assertThat(KeyFields.decode(age, request.key())).isEqualTo(recipient("a"));
  }

  @Test
  void usesTheLastOfSeveralKeys() throws IOException {
    Request request = Request.decode(HEX.parseHex("0a0a" + "12030a0162" + "32030a0161"));

    assertThat(request.kind()).isEqualTo(6);
    assertThat(KeyFields.decode(new KeyMessage(6, "recipient"), request.key()))
        .isEqualTo(recipient("a"));
  }

  @Test
  void refusesInvalidText() {
    KeyMessage age = new KeyMessage(6, "recipient");
    assertThatThrownBy(() -> KeyFields.decode(age, HEX.parseHex("0a01ff")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void failsOnlyInKnownWaysOnAnyBytes() {
    Random random = new Random(7);
    KeyMessage kms = PROVIDERS.named("kms").flatMap(KeyProvider::keyMessage).orElseThrow();
    byte[] request = vectors().skip(4).findFirst().orElseThrow().request();
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = request.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      try {
        KeyFields.decode(kms, Request.decode(changed).key());
        Response.decode(changed);
      } catch (IOException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1, 19_999);
  }

  private static SortedMap<String, Field> recipient(String text) {
    return new TreeMap<>(Map.of("recipient", new Field.Text(text)));
  }
}
