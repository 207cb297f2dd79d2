package dev.sealconf.exec.variable;

import dev.sealconf.document.tree.TreePath;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An environment variable made of a value in a file.
 *
 * @param name not empty, without {@code =} and without a zero byte
 * @param path where the value is in its file
 * @param value its bytes, without a zero byte
 * @param secret whether the value is encrypted in the file
 * @param parts the values in a list, which programs may print one by one; else empty
 */
public record Variable(
    String name, TreePath path, byte[] value, boolean secret, List<byte[]> parts) {

  /** A variable that is not made of a list. */
  public Variable(String name, TreePath path, byte[] value, boolean secret) {
    this(name, path, value, secret, List.of());
  }

  /** All that must not be printed: the value and its parts; nothing if it is not encrypted. */
  public List<byte[]> secrets() {
    List<byte[]> secrets = new ArrayList<>();
    if (secret) {
      secrets.add(value);
      secrets.addAll(parts);
    }
    return secrets;
  }

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
    return new Variable(other, path, value, secret, parts);
  }

  /** Another text under the same name. */
  public Variable holding(String text) {
    return new Variable(name, path, text.getBytes(StandardCharsets.UTF_8), secret, parts);
  }

  /** The name alone: a value never gets into a message. */
  @Override
  public String toString() {
    return name;
  }
}
