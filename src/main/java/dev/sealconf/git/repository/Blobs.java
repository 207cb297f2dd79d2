package dev.sealconf.git.repository;

import dev.sealconf.document.Limits;
import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.process.PipedProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads blobs from the object database through one {@code git cat-file --batch}, which is started
 * when it is first needed. For one thread.
 */
public final class Blobs implements AutoCloseable {
  private static final int LONGEST_LINE = 8192;

  private final Repository repository;
  private PipedProgram program;

  /** A blob, and the name of the object. */
  public record Blob(String object, byte[] bytes) {}

  /** Reads from this repository. */
  public Blobs(Repository repository) {
    this.repository = repository;
  }

  /**
   * Returns the blob of this name.
   *
   * @param name an object's name, or a revision and a path such as {@code HEAD:a.yaml}, one
   *     character for each byte; a name with a line break is never found
   * @return empty if there is none, if it isn't a blob, if it is larger than any file that sealconf
   *     reads, or if it has not been fetched into a partial clone
   * @throws MachineFailure if git fails
   */
  public Optional<Blob> read(String name) {
    if (name.indexOf('\n') >= 0) {
      return Optional.empty();
    }
    try {
      if (program == null) {
        program = repository.git().start(List.of("cat-file", "--batch"));
      }
      program.input().write((name + "\n").getBytes(StandardCharsets.ISO_8859_1));
      program.input().flush();
      return answer(program.output());
    } catch (IOException e) {
      close();
      throw failure().from(e);
    }
  }

  /** {@code OBJECT TYPE SIZE}, the bytes and a line break; or one line with any other words. */
  private Optional<Blob> answer(InputStream from) throws IOException {
    int first = from.read();
    if (first < 0) {
      close(); // in a partial clone, git ends if a blob has not been fetched
      return Optional.empty();
    }
    String[] fields = ((char) first + line(from)).split(" ");
    int last = fields.length - 1;
    if (last != 2 || !fields[2].matches("[0-9]+")) {
      return Optional.empty(); // NAME missing, or NAME ambiguous; a name may have spaces
    }
    long size = Long.parseLong(fields[2]);
    boolean wanted = fields[1].equals("blob") && size <= Limits.FILE_BYTES;
    if (!wanted) {
      from.skipNBytes(size + 1);
      return Optional.empty();
    }
    byte[] bytes = from.readNBytes((int) size);
    from.skipNBytes(1);
    return bytes.length == size ? Optional.of(new Blob(fields[0], bytes)) : Optional.empty();
  }

  private static String line(InputStream from) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int c = from.read();
    while (c != '\n') {
      if (c < 0 || line.size() > LONGEST_LINE) {
        throw failure();
      }
      line.write(c);
      c = from.read();
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private static SealconfException failure() {
    return new MachineFailure("git cat-file ended before it answered");
  }

  @Override
  public void close() {
    if (program != null) {
      program.close();
      program = null;
    }
  }
}
