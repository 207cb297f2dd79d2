package dev.sealconf.exec.notation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An environment variable.
 *
 * @param name not empty, without {@code =} and without a zero byte
 * @param value its bytes, without a zero byte
 * @param secret whether the value is encrypted in the file that it comes from
 */
public record NamedValue(String name, byte[] value, boolean secret) {

  /** The value as text; empty if its bytes are not UTF-8. */
  public Optional<String> text() {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The name alone: a value never gets into a message. */
  @Override
  public String toString() {
    return name;
  }
}
