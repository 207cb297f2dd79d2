package dev.sealconf.exec.variable;

import dev.sealconf.document.tree.TreePath;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An environment variable made from a value in a file.
 *
 * @param name not empty; has no {@code =} and no NUL
 * @param path the value's path in its file
 * @param value the value's bytes, without NUL
 * @param secret whether the file encrypts the value
 * @param parts the items of a list, which a program may print one by one; empty if the value is not
 *     a list
 */
public record Variable(
    String name, TreePath path, byte[] value, boolean secret, List<byte[]> parts) {

  /** Creates a variable for a value that is not a list. */
  public Variable(String name, TreePath path, byte[] value, boolean secret) {
    this(name, path, value, secret, List.of());
  }

  /**
   * Returns everything that must not be printed: the value and its parts. Empty if the value is not
   * encrypted.
   */
  public List<byte[]> secrets() {
    List<byte[]> secrets = new ArrayList<>();
    if (secret) {
      secrets.add(value);
      secrets.addAll(parts);
    }
    return secrets;
  }

  /** Returns the value as text; empty if its bytes are not UTF-8. */
  public Optional<String> text() {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Returns the same value under another name. */
  public Variable named(String other) {
    return new Variable(other, path, value, secret, parts);
  }

  /** Returns the same variable with another text as its value. */
  public Variable holding(String text) {
    return new Variable(name, path, text.getBytes(StandardCharsets.UTF_8), secret, parts);
  }

  /** Returns the name only, so that a value never gets into a message. */
  @Override
  public String toString() {
    return name;
  }
}
