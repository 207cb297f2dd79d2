package dev.sealconf.vendor.vault;

import dev.sealconf.vendor.JsonTexts;
import java.util.Optional;

/**
 * A Vault's answer. Its text is never shown, because it may repeat what was sent. It can be read
 * until it is closed.
 */
public record VaultAnswer(int status, JsonTexts texts) implements AutoCloseable {

  /**
   * Creates an answer with this body, which {@link #close} wipes. It has no texts if the body isn't
   * JSON.
   */
  static VaultAnswer of(int status, byte[] body) {
    return new VaultAnswer(status, JsonTexts.in(body));
  }

  /** Returns whether the status means success: 200 to 299. */
  public boolean isGood() {
    return status >= 200 && status < 300;
  }

  /** Returns the text of a field in an object, such as {@code data} and {@code ciphertext}. */
  public Optional<String> text(String object, String field) {
    return texts.text(object, field);
  }

  /** Returns whether one of the errors contains these words. */
  public boolean complains(String words) {
    return texts.texts("errors").stream().anyMatch(error -> error.contains(words));
  }

  @Override
  public void close() {
    texts.close();
  }

  /** Leaves out the body, so that no message shows it. */
  @Override
  public String toString() {
    return "answer " + status;
  }
}
