package dev.sealconf.vendor.vault;

import dev.sealconf.vendor.JsonTexts;
import java.util.Optional;

/**
 * What a Vault answered. Its text is looked at, never shown: it may quote what was sent. It can be
 * read until it is closed.
 */
public record VaultAnswer(int status, JsonTexts texts) implements AutoCloseable {

  /** The answer with this body, which {@link #close} wipes; without texts if it is not JSON. */
  static VaultAnswer of(int status, byte[] body) {
    return new VaultAnswer(status, JsonTexts.in(body));
  }

  /** Whether the status says success: 200 to 299. */
  public boolean isGood() {
    return status >= 200 && status < 300;
  }

  /** The text of a field of an object: {@code data}, {@code ciphertext}. */
  public Optional<String> text(String object, String field) {
    return texts.text(object, field);
  }

  /** Whether one of its errors contains these words. */
  public boolean complains(String words) {
    return texts.texts("errors").stream().anyMatch(error -> error.contains(words));
  }

  @Override
  public void close() {
    texts.close();
  }

  /** Without the body, so that no message shows it. */
  @Override
  public String toString() {
    return "answer " + status;
  }
}
