package dev.sealconf.keys;

import dev.sealconf.GnupgHome;
import dev.sealconf.Peers;
import dev.sealconf.io.TestWorld;
import dev.sealconf.keys.fakes.ServiceFake;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 *       to name ({@code looksIn}); and texts of the stranger's {@code secrets}. What the failure
 *       names for someone without any identity is its home folder, or {@code nobodyLooksIn}.
 *   <li>{@code samples.json}: one wrapped key a line, made by other programs, which the holder
 *       opens.
 * </ul>
 *
 * <p>Where keys are in another place, a {@link ServiceFake} has them: the environments are its own
 * (and those of the file on top of them), and {@code {service}} in any text is its address.
 */
record ProviderSamples(JsonNode contract, List<Sample> wrapped, Optional<ServiceFake> service) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** A key that another program wrapped. */
  record Sample(SortedMap<String, Field> fields, String enc, byte[] plaintext, String made) {
    WrappedKey key(KeyProvider provider) {
      return new WrappedKey(provider.read(fields), enc);
    }
  }

  static ProviderSamples of(KeyProvider provider, Optional<ServiceFake> service) {
    Path data = Path.of("testdata/providers", provider.id());
    try {
      List<Sample> wrapped = new ArrayList<>();
      for (String line : read(data.resolve("samples.json"), service).split("\n")) {
        wrapped.add(sample(MAPPER.readTree(line)));
      }
      JsonNode contract = MAPPER.readTree(read(data.resolve("contract.json"), service));
      return new ProviderSamples(contract, wrapped, service);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file, Optional<ServiceFake> service) throws IOException {
    String text = Files.readString(file);
    return service.map(s -> text.replace("{service}", s.address())).orElse(text);
  }

  private static Sample sample(JsonNode line) {
    SortedMap<String, Field> fields = new TreeMap<>();
    line.required("fields")
        .propertyStream()
        .forEach(field -> fields.put(field.getKey(), field(field.getValue())));
    return new Sample(
        fields,
        line.required("enc").asString(),
        HexFormat.of().parseHex(line.required("plaintext").asString()),
        line.required("made").asString());
  }

  private static Field field(JsonNode value) {
    if (!value.isObject()) {
      return new Field.Text(value.asString());
    }
    SortedMap<String, String> entries = new TreeMap<>();
    value.propertyStream().forEach(e -> entries.put(e.getKey(), e.getValue().asString()));
    return new Field.Table(entries);
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

  /** What the failure names for someone without any identity. */
  String[] noOneLooksIn(Path folder) {
    return contract.has("nobodyLooksIn")
        ? texts("nobodyLooksIn").toArray(String[]::new)
        : new String[] {folder.resolve("home").toString()};
  }

  String[] secrets() {
    return texts("secrets").toArray(String[]::new);
  }

  /** A world that holds the identity. */
  TestWorld holder(Path folder) {
    return world(folder, "holder", service.map(ServiceFake::holder));
  }

  /** A world that holds another identity. */
  TestWorld stranger(Path folder) {
    return world(folder, "stranger", service.map(ServiceFake::stranger));
  }

  /** A world that holds no identity. */
  TestWorld noOne(Path folder) {
    return world(folder, "nobody", service.map(ServiceFake::noOne));
  }

  private TestWorld world(Path folder, String who, Optional<Map<String, String>> environment) {
    TestWorld world = TestWorld.in(folder);
    environment.ifPresent(variables -> variables.forEach(world::with));
    contract
        .path(who)
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
