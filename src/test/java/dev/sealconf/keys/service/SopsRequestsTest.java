package dev.sealconf.keys.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.io.TestWorld;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyMessage;
import dev.sealconf.keys.spi.KeyProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real SOPS sends for each kind of keys is what the providers say their fields are. */
final class SopsRequestsTest {
  private static final String ARN = "arn:aws:kms:eu-west-1:123456789012:key/abc";
  private static final String ROLE = "arn:aws:iam::123456789012:role/r";
  private static final Map<String, List<String>> FLAGS =
      new TreeMap<>(
          Map.of(
              "age", List.of("--age", KeyServiceTest.age().name()),
              "pgp", List.of("--pgp", "3903CF065212ED8051D96AAA23EE1D7DF5CCA289"),
              "kms", List.of("--kms", ARN + "+" + ROLE, "--encryption-context", "a:b,c:d"),
              "gcp_kms", List.of("--gcp-kms", "projects/p/locations/l/keyRings/r/cryptoKeys/k"),
              "azure_kv", List.of("--azure-kv", "https://v.vault.azure.net/keys/n/0123"),
              "hc_vault", List.of("--hc-vault-transit", "https://v:8200/v1/e/transit/keys/k"),
              "hckms", List.of("--hckms", "tr-west-1:00000000-0000-0000-0000-000000000000")));

  @TempDir Path folder;
  private final Map<Integer, byte[]> sent = new ConcurrentHashMap<>();

  @Test
  void namesKeysAsSopsDoes() throws Exception {
    List<String> words = new ArrayList<>(List.of(Peers.SOPS_3_13.path().toString(), "encrypt"));
    FLAGS.values().forEach(words::addAll);
    words.addAll(List.of("--aws-profile", "prod", "--enable-local-keyservice=false"));
    try (Transport.Listener listener =
        Transport.installed()
            .listen(
                new ServiceAddress.Tcp("127.0.0.1", 0),
                this::answer,
                TestWorld.in(folder).world())) {
      words.addAll(List.of("--keyservice", listener.address().uri()));
      words.add(Files.writeString(folder.resolve("p.yaml"), "a: 1\n").toString());
      run(words);
    }
    assertThat(sent.keySet()).containsExactly(1, 2, 3, 4, 5, 6, 7);
    Map<String, SortedMap<String, Field>> expected = expected();
    for (Map.Entry<String, SortedMap<String, Field>> key : expected.entrySet()) {
      KeyProvider provider = RunningService.PROVIDERS.named(key.getKey()).orElseThrow();
      KeyMessage message = provider.keyMessage().orElseThrow();
      assertThat(KeyFields.decode(message, sent.get(message.kind())))
          .as(key.getKey())
          .isEqualTo(key.getValue());
    }
  }

  private byte[] answer(Procedure procedure, byte[] bytes, Transport.Wanted wanted)
      throws CallFailure {
    try {
      Request request = Request.decode(bytes);
      assertThat(procedure).isEqualTo(Procedure.ENCRYPT);
      assertThat(request.payload()).hasSize(32);
      sent.put(request.kind(), request.key());
      return Response.encode("wrapped".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CallFailure(CallFailure.Reason.MALFORMED, "");
    }
  }

  private static Map<String, SortedMap<String, Field>> expected() {
    Map<String, SortedMap<String, Field>> all = new TreeMap<>();
    all.put("age", texts("recipient", KeyServiceTest.age().name()));
    all.put("pgp", texts("fp", "3903CF065212ED8051D96AAA23EE1D7DF5CCA289"));
    all.put("kms", texts("arn", ARN, "role", ROLE, "aws_profile", "prod"));
    all.get("kms").put("context", new Field.Table(new TreeMap<>(Map.of("a", "b", "c", "d"))));
    all.put("gcp_kms", texts("resource_id", "projects/p/locations/l/keyRings/r/cryptoKeys/k"));
    all.put(
        "azure_kv",
        texts("vault_url", "https://v.vault.azure.net", "name", "n", "version", "0123"));
    all.put(
        "hc_vault",
        texts("vault_address", "https://v:8200", "engine_path", "e/transit", "key_name", "k"));
    all.put("hckms", texts("key_id", "tr-west-1:00000000-0000-0000-0000-000000000000"));
    all.keySet().removeIf(id -> RunningService.PROVIDERS.named(id).isEmpty());
    return all;
  }

  private static SortedMap<String, Field> texts(String... namesAndValues) {
    SortedMap<String, Field> fields = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], new Field.Text(namesAndValues[i + 1]));
    }
    return fields;
  }

  private void run(List<String> words) throws Exception {
    Path log = folder.resolve("log");
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("HOME", folder.toString());
    Process sops = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(sops.waitFor()).as(Files.readString(log)).isZero();
  }
}
