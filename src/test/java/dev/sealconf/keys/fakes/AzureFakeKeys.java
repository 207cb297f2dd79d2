package dev.sealconf.keys.fakes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** The RSA keys of a vault. The first version of each is the key in the test data. */
final class AzureFakeKeys {
  /** The first version of every key. */
  static final String FIRST = "00000000000000000000000000000001";

  private static final Path FILE = Path.of("testdata/providers/azure_kv/key.pem");
  private static final OAEPParameterSpec OAEP =
      new OAEPParameterSpec(
          "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

  private final String vault;
  private final RSAPrivateCrtKey first = read();
  private final Map<String, RSAPrivateCrtKey> later = new TreeMap<>();
  private final Map<String, String> current = new TreeMap<>();

  AzureFakeKeys(String vault) {
    this.vault = vault;
  }

  synchronized String rotate(String name) {
    String version = UUID.randomUUID().toString().replace("-", "");
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      later.put(name + "/" + version, (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    current.put(name, version);
    return version;
  }

  String address(String name, String version) {
    return vault + "/keys/" + name + "/" + version;
  }

  boolean has(String name, String version) {
    return key(name, version).isPresent();
  }

  /** The current version, as the vault shows a key. */
  synchronized Map<String, Object> shown(String name) {
    String version = current.getOrDefault(name, FIRST);
    RSAPrivateCrtKey key = key(name, version).orElseThrow();
    return Map.of(
        "key",
            Map.of(
                "kid", address(name, version),
                "kty", "RSA",
                "key_ops", List.of("encrypt", "decrypt"),
                "n", number(key.getModulus()),
                "e", number(key.getPublicExponent())),
        "attributes", Map.of("enabled", true, "created", 1700000000, "updated", 1700000000));
  }

  /** What RSA-OAEP-256 makes of bytes; empty if they are not of this key. */
  Optional<byte[]> apply(String name, String version, boolean encrypts, byte[] in) {
    RSAPrivateCrtKey key = key(name, version).orElseThrow();
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      if (encrypts) {
        RSAPublicKeySpec open = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        cipher.init(Cipher.ENCRYPT_MODE, KeyFactory.getInstance("RSA").generatePublic(open), OAEP);
      } else {
        cipher.init(Cipher.DECRYPT_MODE, key, OAEP);
      }
      return Optional.of(cipher.doFinal(in));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private synchronized Optional<RSAPrivateCrtKey> key(String name, String version) {
    return version.equals(FIRST)
        ? Optional.of(first)
        : Optional.ofNullable(later.get(name + "/" + version));
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int start = bytes[0] == 0 ? 1 : 0;
    byte[] magnitude = java.util.Arrays.copyOfRange(bytes, start, bytes.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
  }

  private static RSAPrivateCrtKey read() {
    try {
      String pem = Files.readString(FILE).replaceAll("-----[A-Z ]+-----", "");
      byte[] der = Base64.getMimeDecoder().decode(pem);
      KeyFactory factory = KeyFactory.getInstance("RSA");
      return (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
