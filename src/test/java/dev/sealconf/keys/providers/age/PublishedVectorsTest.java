package dev.sealconf.keys.providers.age;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.crypto.Primitives;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.keys.providers.age.hybrid.HybridIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The published vectors of age (CCTV): each file opens, or fails for the reason that is due. */
final class PublishedVectorsTest {
  /** How the vectors name the part that is at fault. */
  private static final Map<AgeException.Part, String> NAMES =
      Map.of(
          AgeException.Part.ARMOR, "armor failure",
          AgeException.Part.HEADER, "header failure",
          AgeException.Part.MAC, "HMAC failure",
          AgeException.Part.NO_MATCH, "no match",
          AgeException.Part.PAYLOAD, "payload failure");

  @TestFactory
  Stream<DynamicTest> opensOrFailsAsPublished() {
    return vectors()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> run(file)));
  }

  @Test
  void everyPublishedVectorIsThere() {
    assertThat(vectors()).hasSize(143);
  }

  private static Stream<Path> vectors() {
    try (Stream<Path> files = Files.list(Peers.CCTV.path())) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int end = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\n\n");
    Map<String, List<String>> fields = fields(new String(bytes, 0, end, StandardCharsets.UTF_8));
    byte[] age = Arrays.copyOfRange(bytes, end + 2, bytes.length);
    if (fields.containsKey("compressed")) {
      age = new InflaterInputStream(new ByteArrayInputStream(age)).readAllBytes();
    }
    String expected = fields.get("expect").get(0);
    try (SecretBytes plain = open(age, fields)) {
      String digest = HexFormat.of().formatHex(Primitives.sha256(plain.exposed()));
      assertThat("success").isEqualTo(expected);
      assertThat(digest).isEqualTo(fields.get("payload").get(0));
    } catch (AgeException e) {
      assertThat(NAMES.get(e.part())).as(e.getMessage()).isEqualTo(expected);
    }
  }

  private static SecretBytes open(byte[] age, Map<String, List<String>> fields)
      throws AgeException {
    List<AgeIdentity> identities = new ArrayList<>();
    for (String identity : fields.getOrDefault("identity", List.of())) {
      Optional<? extends AgeIdentity> parsed =
          identity.startsWith("AGE-SECRET-KEY-PQ-")
              ? HybridIdentity.parse(identity)
              : X25519Identity.parse(identity);
      identities.add(parsed.orElseThrow());
    }
    for (String passphrase : fields.getOrDefault("passphrase", List.of())) {
      byte[] typed = passphrase.getBytes(StandardCharsets.UTF_8);
      identities.add(new PassphraseIdentity(SecretBytes.owning(typed)));
    }
    byte[] file =
        fields.containsKey("armored")
            ? Armor.decode(new String(age, StandardCharsets.ISO_8859_1))
            : age;
    return AgeFile.open(file, identities);
  }

  private static Map<String, List<String>> fields(String head) {
    Map<String, List<String>> fields = new TreeMap<>();
    for (String line : head.split("\n")) {
      int colon = line.indexOf(": ");
      fields
          .computeIfAbsent(line.substring(0, colon), k -> new ArrayList<>())
          .add(line.substring(colon + 2));
    }
    return fields;
  }
}
