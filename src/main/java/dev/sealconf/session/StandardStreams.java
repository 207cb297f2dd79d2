package dev.sealconf.session;

import dev.sealconf.document.Limits;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.file.PipeFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Standard input and output. Unlike {@code System.out}, they report failures. */
public final class StandardStreams {
  private final World world;

  /** Uses the streams of this world. */
  public StandardStreams(World world) {
    this.world = world;
  }

  /** Returns standard input itself, for a conversation with the program that started this one. */
  public InputStream input() {
    return world.in();
  }

  /** Returns standard output itself, for a conversation; flush it after each answer. */
  public OutputStream output() {
    return world.out();
  }

  /** Reads all of standard input. */
  public byte[] read() {
    try {
      byte[] bytes = world.in().readNBytes(Limits.FILE_BYTES + 1);
      if (bytes.length > Limits.FILE_BYTES) {
        throw new FileFailure.Unreadable(
            "standard input is longer than " + (Limits.FILE_BYTES >> 20) + " MiB");
      }
      return bytes;
    } catch (IOException e) {
      throw new FileFailure.Unreadable("standard input can't be read").from(e);
    }
  }

  /**
   * Writes a whole result.
   *
   * @throws BrokenPipe if the reader has closed standard output
   * @throws SealconfException with exit code 3 if it can't be written
   */
  public void write(byte[] bytes) {
    try {
      world.out().write(bytes);
      world.out().flush();
    } catch (IOException e) {
      if (PipeFailure.is(e)) {
        throw new BrokenPipe();
      }
      throw new OutputFailure.NotWritten("standard output can't be written");
    }
  }

  /** Writes a text as UTF-8. */
  public void write(String text) {
    write(text.getBytes(StandardCharsets.UTF_8));
  }
}
