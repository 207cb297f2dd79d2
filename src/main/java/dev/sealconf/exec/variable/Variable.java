package dev.sealconf.exec.variable;

import dev.sealconf.document.tree.TreePath;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An environment variable made of a value in a file.
 *
 * @param name not empty, without {@code =} and without a zero byte
 * @param path where the value is in its file
 * @param value its bytes, without a zero byte
 * @param secret whether the value is encrypted in the file
 */
public record Variable(String name, TreePath path, byte[] value, boolean secret) {

  /** The value as text; empty if its bytes are not UTF-8. */
  public Optional<String> text() {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The same value under another name. */
  public Variable named(String other) {
    return new Variable(other, path, value, secret);
  }

  /** Another text under the same name. */
  public Variable holding(String text) {
    return new Variable(name, path, text.getBytes(StandardCharsets.UTF_8), secret);
  }

  /** The name alone: a value never gets into a message. */
  @Override
  public String toString() {
    return name;
  }
}
