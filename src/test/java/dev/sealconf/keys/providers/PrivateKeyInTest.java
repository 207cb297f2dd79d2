package dev.sealconf.keys.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.spi.KeyProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each provider finds private keys of its kind in a text, and takes nothing else for one. */
class PrivateKeyInTest {
  private static final Path KEYS = Path.of("testdata/keys");

  private static List<String> kinds(String text) {
    return KeyProviders.installed().builtIn().stream()
        .filter(provider -> provider.privateKeyIn(text).isPresent())
        .map(KeyProvider::id)
        .toList();
  }

  private static String text(String file) throws IOException {
    return Files.readString(KEYS.resolve(file), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "age-1.txt",
        "age-2.txt",
        "age-3.txt",
        "age-pq.txt",
        "ssh-ed25519",
        "ssh-ed25519-locked",
        "ssh-rsa",
        "ssh-rsa.pem",
        "ssh-rsa.pkcs8",
        "ssh-rsa-locked.pem"
      })
  void findsIdentitiesAndSshKeys(String file) throws IOException {
    assertThat(kinds(text(file))).containsExactly("age");
    assertThat(kinds("a note\n" + text(file).replace("\n", "\r\n"))).containsExactly("age");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pgp-rsa.asc", "pgp-ecc.asc", "pgp-locked.asc"})
  void findsOpenPgpKeys(String file) throws IOException {
    assertThat(kinds(text(file))).containsExactly("pgp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tink-old.json", "tink-rotated.json"})
  void findsKeysetsInTheClear(String file) throws IOException {
    assertThat(kinds(text(file))).containsExactly("tink");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ",
        "AGE-SECRET-KEY-1…",
        "-----BEGIN OPENSSH PRIVATE KEY-----\n...\n-----END OPENSSH PRIVATE KEY-----",
        "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA\n",
        "-----BEGIN PRIVATE KEY-----",
        "{\"encryptedKeyset\": \"AAAA\", \"keysetInfo\": {\"primaryKeyId\": 1}}",
        ""
      })
  void examplesAndPublicKeysAreNone(String text) {
    assertThat(kinds(text)).isEmpty();
  }

  @Test
  void publicHalvesAndLockedFilesAreNone() throws IOException {
    for (String file : List.of("ssh-ed25519.pub", "ssh-rsa.pub", "age-locked.txt")) {
      assertThat(kinds(text(file))).as(file).isEmpty();
    }
  }

  @Test
  void saysWhereTheKeyStarts() throws IOException {
    String key = text("ssh-ed25519");
    assertThat(
            KeyProviders.installed().builtIn().stream()
                .map(provider -> provider.privateKeyIn("first line\n" + key))
                .filter(place -> place.isPresent())
                .findFirst()
                .orElseThrow()
                .getAsInt())
        .isEqualTo("first line\n".length());
  }
}
