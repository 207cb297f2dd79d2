package dev.sealconf.keys.providers.vault;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.Reach;
import dev.sealconf.vendor.vault.Segments;
import dev.sealconf.vendor.vault.VaultAddress;
import dev.sealconf.vendor.vault.VaultAllowlist;
import dev.sealconf.vendor.vault.VaultAnswer;
import dev.sealconf.vendor.vault.VaultConnection;
import dev.sealconf.vendor.vault.VaultTokens;
import dev.sealconf.vendor.vault.VaultTokens.VaultToken;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The transit engine: {@code encrypt} and {@code decrypt} in the API of Vault and OpenBao, one POST
 * request each. Serves one run, from several threads.
 */
public final class Transit {
  private static final String TOKEN_HEADER = "X-Vault-Token";
  private static final String START = "vault:v";
  private static final String RECIPIENTS = "SOPS_VAULT_URIS";

  private final VaultConnection connection;
  private final VaultTokens tokens;

  /** Uses the Vaults that keys name, with the tokens of this world. */
  public Transit(World world) {
    this.connection = new VaultConnection(world, allowlist(world), KeyFailure.NotWrapped::new);
    this.tokens = new VaultTokens(world, connection);
  }

  /** Returns the Vaults that the user's environment allows. */
  public static VaultAllowlist allowlist(World world) {
    return new VaultAllowlist(world, List.of(Reach.VARIABLE, RECIPIENTS));
  }

  /**
   * Wraps a share and returns {@code vault:v1:…}.
   *
   * @throws SealconfException a {@code KeyFailure.NotWrapped} if the Vault doesn't wrap it
   */
  public String wrap(SecretBytes share, VaultKey to) {
    byte[] base64 = Base64.getEncoder().encode(share.exposed());
    byte[] body = body("plaintext", base64);
    try {
      VaultAddress at = address(to);
      try (VaultAnswer answer = post(at, "encrypt", to, body)) {
        return answer
            .text("data", "ciphertext")
            .filter(Transit::isWrapped)
            .orElseThrow(() -> connection.failure(at, "answered without a wrapped key"));
      }
    } finally {
      Arrays.fill(base64, (byte) 0);
      Arrays.fill(body, (byte) 0);
    }
  }

  /**
   * Unwraps a share.
   *
   * @throws SealconfException a {@code KeyFailure.NotUnwrapped} if the Vault doesn't unwrap it
   */
  public SecretBytes unwrap(String enc, VaultKey key) {
    if (!isWrapped(enc)) {
      throw new KeyFailure.NotUnwrapped("its wrapped key is not one of a Vault")
          .hint("take the file from an earlier commit");
    }
    try {
      VaultAddress at = address(key);
      byte[] body = body("ciphertext", enc.getBytes(StandardCharsets.US_ASCII));
      try (VaultAnswer answer = post(at, "decrypt", key, body)) {
        String plaintext =
            answer
                .text("data", "plaintext")
                .orElseThrow(() -> connection.failure(at, "answered without a key"));
        return SecretBytes.owning(decoded(plaintext, at));
      }
    } catch (SealconfException e) {
      throw e.as(KeyFailure.NotUnwrapped::new);
    }
  }

  private VaultAnswer post(VaultAddress at, String verb, VaultKey key, byte[] body) {
    String path =
        Segments.encoded(key.enginePath()) + "/" + verb + "/" + Segments.encoded(key.keyName());
    VaultToken token = tokens.forVault(at);
    VaultAnswer answer = connection.post(at, path, Map.of(TOKEN_HEADER, token.value()), body);
    if (answer.status() == 403 && tokens.isOutdated(token)) {
      answer.close();
      token = tokens.forVault(at);
      answer = connection.post(at, path, Map.of(TOKEN_HEADER, token.value()), body);
    }
    if (!answer.isGood()) {
      try (VaultAnswer refused = answer) {
        throw refusal(refused, at, key, path, token);
      }
    }
    return answer;
  }

  private SealconfException refusal(
      VaultAnswer answer, VaultAddress at, VaultKey key, String path, VaultToken token) {
    String name = Printable.quote(key.keyName());
    if (answer.status() == 403) {
      return connection
          .failure(
              at, "denies it: " + token.source() + " is not valid there, or may not update " + path)
          .hint("type: vault token lookup -address=" + at + "; then check the policies it has");
    }
    if (answer.status() == 404 || answer.complains("no handler for route")) {
      return connection
          .failure(at, "has no transit engine at " + Printable.quote(key.enginePath()))
          .hint("check the path of the engine and VAULT_NAMESPACE");
    }
    if (answer.complains("key not found")) {
      return connection
          .failure(at, "has no key " + name)
          .hint("check the name of the key and VAULT_NAMESPACE");
    }
    if (answer.status() == 400) {
      return connection
          .failure(at, "can't unwrap it: it wasn't wrapped by the key " + name)
          .hint("check whether the key was created again, or its oldest versions were disabled");
    }
    SealconfException failure =
        connection
            .failure(at, "answered with status " + answer.status())
            .hint("type: vault status -address=" + at);
    return answer.status() >= 500 ? failure.temporary() : failure;
  }

  private static VaultAddress address(VaultKey key) {
    return VaultAddress.of(key.address())
        .orElseThrow(
            () ->
                new KeyFailure.Malformed(
                    "the address of its Vault isn't valid: " + Printable.quote(key.address())));
  }

  /** Returns whether the text is ASCII without quotes and escapes. */
  private static boolean isWrapped(String enc) {
    boolean plain = enc.startsWith(START);
    for (int i = 0; i < enc.length() && plain; i++) {
      char c = enc.charAt(i);
      plain = c > ' ' && c < 0x7f && c != '"' && c != '\\';
    }
    return plain;
  }

  private static byte[] body(String field, byte[] text) {
    byte[] start = ("{\"" + field + "\":\"").getBytes(StandardCharsets.US_ASCII);
    byte[] body = Arrays.copyOf(start, start.length + text.length + 2);
    System.arraycopy(text, 0, body, start.length, text.length);
    body[body.length - 2] = '"';
    body[body.length - 1] = '}';
    return body;
  }

  private byte[] decoded(String base64, VaultAddress at) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw connection.failure(at, "answered without a key").from(e);
    }
  }
}
