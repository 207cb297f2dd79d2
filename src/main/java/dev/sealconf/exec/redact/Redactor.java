package dev.sealconf.exec.redact;

import dev.sealconf.exec.variable.Variable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Passes bytes on, with {@code [NAME]} for each form of a secret, wherever the stream is cut. Bytes
 * that may be the beginning of a form are held back until they are decided; all others are passed
 * on at once. Used from one thread.
 */
public final class Redactor {
  private final Patterns patterns;
  private final OutputStream out;
  private byte[] held = new byte[0];

  /** How many of the held bytes belong to a form that was replaced already. */
  private int replaced;

  /** Writes to {@code out} what is left when the secrets of these variables are gone. */
  public Redactor(List<Variable> variables, OutputStream out) {
    this.patterns = Patterns.of(variables);
    this.out = out;
  }

  /**
   * Takes the next bytes of the stream, writes what is decided, and flushes.
   *
   * @throws IOException if it can't be written
   */
  public void take(byte[] bytes, int length) throws IOException {
    if (patterns.isEmpty()) {
      out.write(bytes, 0, length);
    } else if (held.length == 0) {
      pass(bytes, length, false);
    } else {
      byte[] all = Arrays.copyOf(held, held.length + length);
      System.arraycopy(bytes, 0, all, held.length, length);
      Arrays.fill(held, (byte) 0);
      pass(all, all.length, false);
    }
    out.flush();
  }

  /**
   * Ends the stream: what is held back begins no longer form.
   *
   * @throws IOException if it can't be written
   */
  public void end() throws IOException {
    pass(held, held.length, true);
    out.flush();
  }

  /**
   * Writes all that is decided in these bytes, and holds the rest back unless they are the last.
   */
  private void pass(byte[] bytes, int length, boolean last) throws IOException {
    int written = replaced;
    int at = 0;
    int undecided = length;
    while (undecided == length) {
      at = patterns.next(bytes, at, length);
      if (!patterns.fits(at, length)) {
        break;
      }
      for (Patterns.Pattern pattern : patterns.startingAt(bytes, at)) {
        int end = at + pattern.text().length;
        if (!last && Patterns.isBegun(pattern.text(), bytes, at, length)) {
          undecided = at; // a shorter form that ends here may be a part of this one
          break;
        } else if (end <= length
            && Arrays.equals(bytes, at, end, pattern.text(), 0, pattern.text().length)) {
          written = replace(bytes, written, at, end, pattern.name());
          break;
        }
      }
      at++;
    }
    if (undecided == length && !last) {
      undecided = beginning(bytes, Math.min(at, length), length);
    }
    hold(bytes, undecided, length, written);
  }

  /** Writes what is before a form, and its name unless the form before it reaches into it. */
  private int replace(byte[] bytes, int written, int start, int end, String name)
      throws IOException {
    if (start >= written) {
      out.write(bytes, written, start - written);
      out.write(("[" + name + "]").getBytes(StandardCharsets.UTF_8));
    }
    return Math.max(written, end);
  }

  /** Where the first text begins that may go on behind the bytes, if not before {@code from}. */
  private int beginning(byte[] bytes, int from, int length) {
    for (int at = from; at < length; at++) {
      if (patterns.mayBegin(bytes, at, length)) {
        return at;
      }
    }
    return length;
  }

  private void hold(byte[] bytes, int from, int length, int written) throws IOException {
    if (from > written) {
      out.write(bytes, written, from - written);
    }
    held = Arrays.copyOfRange(bytes, from, length);
    replaced = Math.max(0, written - from);
  }
}
