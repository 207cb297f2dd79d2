package dev.sealconf.exec.redact;

import dev.sealconf.exec.variable.Variable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Copies a stream and replaces each form of a secret with {@code [NAME]}, wherever the stream is
 * split into chunks. It holds back bytes that may be the start of a form and writes all others at
 * once. Not thread-safe.
 */
public final class Redactor {
  private final Patterns patterns;
  private final OutputStream out;
  private byte[] held = new byte[0];

  /** How many of the held bytes belong to a form that was already replaced. */
  private int replaced;

  /** Writes to {@code out} the stream without the secrets of these variables. */
  public Redactor(List<Variable> variables, OutputStream out) {
    this.patterns = Patterns.of(variables);
    this.out = out;
  }

  /**
   * Takes the next bytes of the stream, writes what is certain, and flushes.
   *
   * @throws IOException if the output can't be written
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
   * Ends the stream and writes the bytes that were held back.
   *
   * @throws IOException if the output can't be written
   */
  public void end() throws IOException {
    pass(held, held.length, true);
    out.flush();
  }

  /**
   * Writes everything that is certain in these bytes. Holds the rest back unless the stream has
   * ended.
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
          undecided = at; // A shorter form that ends here may be part of this one.
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

  /** Writes the bytes before a form, then its name, unless the previous form overlaps this one. */
  private int replace(byte[] bytes, int written, int start, int end, String name)
      throws IOException {
    if (start >= written) {
      out.write(bytes, written, start - written);
      out.write(("[" + name + "]").getBytes(StandardCharsets.UTF_8));
    }
    return Math.max(written, end);
  }

  /**
   * Returns the first position, not before {@code from}, where a text may start that continues past
   * these bytes.
   */
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
