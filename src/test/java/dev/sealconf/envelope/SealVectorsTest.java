package dev.sealconf.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.SourceText;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.MetadataReader;
import dev.sealconf.envelope.spelling.SpellingText;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.ring.KeyProviders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What another implementation, written after {@code docs/format.md}, made of a sealed file. */
class SealVectorsTest {
  private static final Path FOLDER = Path.of("testdata/vectors/seal");
  private static final JsonNode EXPECTED =
      new JsonMapper().readTree(FOLDER.resolve("expected.json").toFile());
  private static final byte[] DATA_KEY = hex("dataKey");

  @Test
  void opensToThePlainFileByteForByte() throws IOException {
    assertThat(open(sealed()).plain()).isEqualTo(Files.readAllBytes(FOLDER.resolve("plain.yaml")));
  }

  @Test
  void makesTheSameCanonicalForm() throws IOException {
    OpenedDocument opened = open(sealed());
    assertThat(CanonicalForm.of(opened.metadata(), opened.document().branches(), opened.places()))
        .isEqualTo(hex("canonicalForm"));
  }

  @Test
  void findsTheSameSpelling() throws IOException {
    assertThat(new String(SpellingText.write(open(sealed()).spelling()), StandardCharsets.UTF_8))
        .isEqualTo(EXPECTED.get("spelling").asString());
  }

  @ParameterizedTest
  @CsvSource({
    "clear key renamed, region_unencrypted, place_unencrypted, MAC_MISMATCH",
    "empty value added, 'empty: \"\"', 'empty: \"\"\nmore: \"\"', MAC_MISMATCH",
    "empty value retyped, 'empty: \"\"', 'empty:', MAC_MISMATCH",
    "empty container retyped, '- {}', '- []', MAC_MISMATCH",
    "recipient changed, 'recipient: age1l', 'recipient: age1m', MAC_MISMATCH",
    "rule changed, 'unencrypted_suffix: _un', 'unencrypted_suffix: un', MAC_MISMATCH",
    "rule renamed, 'unencrypted_suffix: _un', 'unencrypted_regex: _un', MAC_MISMATCH",
    "MAC restricted, '    mac:', '    mac_only_encrypted: true\n    mac:', MAC_MISMATCH",
    "seal changed, 'sealconf: v1:q', 'sealconf: v1:r', MAC_MISMATCH",
    "seal of another version, 'sealconf: v1', 'sealconf: v2', MAC_MISMATCH",
    "time changed, '2026-11-27T06', '2026-11-27T07', MAC_MISMATCH",
    "value retyped, '==,type:time', '==,type:str', MAC_MISMATCH",
    "string retyped, ',type:str]\ncopy', ',type:bytes]\ncopy', MAC_MISMATCH",
    "value changed, 'data:WK/4', 'data:WK/5', ERROR_DECRYPTING_TREE",
    "comment changed, '#ENC[AES256_GCM,data:M', '#ENC[AES256_GCM,data:N', ERROR_DECRYPTING_TREE",
    "comment unsealed, '#ENC[AES256_GCM,data:M', '#ENc[AES256_GCM,data:M', MAC_MISMATCH",
  })
  void refusesAChange(String what, String from, String to, ExitCode code) throws IOException {
    String changed = sealed().replace(from, to);
    assertThat(changed).as(what).isNotEqualTo(sealed());
    assertThatThrownBy(() -> open(changed))
        .isInstanceOfSatisfying(
            SealconfException.class, e -> assertThat(ExitCode.of(e)).isEqualTo(code));
  }

  @Test
  void formattersMayChangeTheLayout() throws IOException {
    OpenedDocument opened = open(formatted(sealed().replace("  text: >\n  ", "    text: >\n    ")));
    String plain = Files.readString(FOLDER.resolve("plain.yaml"));
    String moved =
        plain.replace(
            "  text: >\n      two\n      folded", "    text: >\n        two\n        folded");
    assertThat(new String(opened.plain(), StandardCharsets.UTF_8)).isEqualTo(formatted(moved));
    assertThat(opened.plainWarnings()).isEmpty();
  }

  private static String formatted(String file) {
    return file.replace("  host: ", "  host:   ")
        .replace("empty: ", "# a comment in clear\nempty: ")
        .replace("- {}", "- { }")
        .replace("region_unencrypted: eu", "region_unencrypted: 'eu'");
  }

  private static OpenedDocument open(String sealed) {
    SourceText source = new SourceText("sealed.yaml", sealed.getBytes(StandardCharsets.UTF_8));
    Document document = new DocumentFormats().named("yaml").read(source);
    Metadata metadata = new MetadataReader(new KeyProviders(List.of())).read(document);
    return new Opening().open(document, metadata, SecretBytes.owning(DATA_KEY.clone()), false);
  }

  private static String sealed() throws IOException {
    return Files.readString(FOLDER.resolve("sealed.yaml"));
  }

  private static byte[] hex(String field) {
    return HexFormat.of().parseHex(EXPECTED.get(field).asString());
  }
}
