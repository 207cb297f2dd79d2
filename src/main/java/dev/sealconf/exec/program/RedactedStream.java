package dev.sealconf.exec.program;

import dev.sealconf.exec.redact.Redactor;
import dev.sealconf.exec.variable.Variable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/** An output stream that replaces each secret with its name. */
final class RedactedStream extends OutputStream {
  private final Redactor redactor;
  private final OutputStream to;

  RedactedStream(List<Variable> variables, OutputStream to) {
    this.redactor = new Redactor(variables, to);
    this.to = to;
  }

  @Override
  public void write(int b) throws IOException {
    redactor.take(new byte[] {(byte) b}, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    redactor.take(from == 0 ? bytes : Arrays.copyOfRange(bytes, from, from + count), count);
  }

  /** Also writes the bytes that were held back. */
  @Override
  public void close() throws IOException {
    try (to) {
      redactor.end();
    }
  }
}
