package dev.sealconf.keys;

import dev.sealconf.GnupgHome;
import dev.sealconf.Peers;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The data of one provider for the contract test, in {@code testdata/providers/ID}.
 *
 * <ul>
 *   <li>{@code contract.json}: a {@code recipient}; {@code malformed} ones; the environment of its
 *       {@code holder} and that of a {@code stranger}, where a value {@code @FILE} is the path of a
 *       file under testdata, {@code peer:NAME} that of a peer, and {@code gnupg:FILES} that of a
 *       {@code GNUPGHOME} with keys of {@code testdata/keys}; what the failure for the stranger has
 *       to name ({@code looksIn}); and texts of the stranger's {@code secrets}.
 *   <li>{@code samples.json}: one wrapped key a line, made by other programs, which the holder
 *       opens.
 * </ul>
 */
record ProviderSamples(Path data, JsonNode contract, List<Sample> wrapped) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** A key that another program wrapped. */
  record Sample(SortedMap<String, Field> fields, String enc, byte[] plaintext, String made) {
    WrappedKey key(KeyProvider provider) {
      return new WrappedKey(provider.read(fields), enc);
    }
  }

  static ProviderSamples of(KeyProvider provider) {
    Path data = Path.of("testdata/providers", provider.id());
    try {
      List<Sample> wrapped = new ArrayList<>();
      for (String line : Files.readAllLines(data.resolve("samples.json"))) {
        wrapped.add(sample(MAPPER.readTree(line)));
      }
      JsonNode contract = MAPPER.readTree(Files.readString(data.resolve("contract.json")));
      return new ProviderSamples(data, contract, wrapped);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean exist(KeyProvider provider) {
    return Files.isRegularFile(Path.of("testdata/providers", provider.id(), "contract.json"));
  }

  private static Sample sample(JsonNode line) {
    SortedMap<String, Field> fields = new TreeMap<>();
    line.required("fields")
        .propertyStream()
        .forEach(field -> fields.put(field.getKey(), new Field.Text(field.getValue().asString())));
    return new Sample(
        fields,
        line.required("enc").asString(),
        HexFormat.of().parseHex(line.required("plaintext").asString()),
        line.required("made").asString());
  }

  String recipient() {
    return contract.required("recipient").asString();
  }

  List<String> malformed() {
    return texts("malformed");
  }

  String[] looksIn() {
    return texts("looksIn").toArray(String[]::new);
  }

  String[] secrets() {
    return texts("secrets").toArray(String[]::new);
  }

  /** A world that holds the identity. */
  TestWorld holder(Path folder) {
    return world(folder, "holder");
  }

  /** A world that holds another identity. */
  TestWorld stranger(Path folder) {
    return world(folder, "stranger");
  }

  private TestWorld world(Path folder, String who) {
    TestWorld world = TestWorld.in(folder);
    contract
        .required(who)
        .propertyStream()
        .forEach(v -> world.with(v.getKey(), value(v.getValue().asString())));
    return world;
  }

  private static String value(String text) {
    if (text.startsWith("peer:")) {
      return Peers.valueOf(text.substring("peer:".length())).path().toString();
    }
    if (text.startsWith("gnupg:")) {
      return GnupgHome.shared(text.substring("gnupg:".length()).split(" ")).path();
    }
    return text.startsWith("@")
        ? Path.of("testdata").resolve(text.substring(1)).toAbsolutePath().toString()
        : text;
  }

  private List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    contract.required(field).forEach(text -> texts.add(text.asString()));
    return texts;
  }
}
