package dev.sealconf.io.serve;

import dev.sealconf.io.file.FileBytes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Another process of this user, as Linux shows it in {@code /proc}: proc(5).
 *
 * @param id its process id
 */
public record OtherProcess(long id) {
  private static final int LONGEST = 1 << 20;

  /** The fields behind the name, counted from 0. */
  private static final int STATE = 0;

  private static final int PARENT = 1;
  private static final int STARTED = 19;

  /**
   * Returns whether the process that started at this time, in ticks since the system started, still
   * runs.
   */
  public boolean runsSince(long start) {
    return fields()
        .filter(fields -> !fields[STATE].equals("Z") && fields[STARTED].equals("" + start))
        .isPresent();
  }

  /** Returns whether a process is among the nearest ancestors of this one. */
  public boolean descendsFrom(long ancestor, int generations) {
    long above = id;
    for (int i = 0; i < generations; i++) {
      Optional<String[]> fields = new OtherProcess(above).fields();
      if (fields.isEmpty()) {
        return false;
      }
      above = Long.parseLong(fields.get()[PARENT]);
      if (above == ancestor) {
        return true;
      }
    }
    return false;
  }

  /** Returns the nearest of its ancestors whose program has this name. */
  public Optional<OtherProcess> ancestor(String program, int generations) {
    OtherProcess above = this;
    for (int i = 0; i < generations; i++) {
      Optional<String[]> fields = above.fields();
      if (fields.isEmpty()) {
        return Optional.empty();
      }
      above = new OtherProcess(Long.parseLong(fields.get()[PARENT]));
      if (above.stat().contains("(" + program + ") ")) {
        return Optional.of(above);
      }
    }
    return Optional.empty();
  }

  /** When it started, in ticks since the system started. */
  public Optional<Long> start() {
    return fields().map(fields -> Long.valueOf(fields[STARTED]));
  }

  private String stat() {
    try {
      return new String(FileBytes.read(path("stat"), LONGEST), StandardCharsets.ISO_8859_1).strip();
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * Returns what is behind the last parenthesis, since a name may have parentheses and blanks in
   * it.
   */
  private Optional<String[]> fields() {
    String stat = stat();
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
    return fields.length > STARTED ? Optional.of(fields) : Optional.empty();
  }

  /**
   * Returns the words that it was started with; a byte that is not UTF-8 becomes U+FFFD.
   *
   * @throws IOException if it has ended
   */
  public List<String> words() throws IOException {
    byte[] bytes = FileBytes.read(path("cmdline"), LONGEST);
    return List.of(new String(bytes, StandardCharsets.UTF_8).split("\0"));
  }

  /**
   * Returns the bytes of a file that it has open.
   *
   * @param most how many bytes are read at most
   * @throws IOException if it has ended, or the file can't be read
   */
  public byte[] content(int descriptor, int most) throws IOException {
    return FileBytes.read(path("fd/" + descriptor), most);
  }

  /**
   * Opens a pipe that it writes to, for writing.
   *
   * @throws IOException if it has ended, or the pipe can't be opened
   */
  public FileChannel pipe(int descriptor) throws IOException {
    Path pipe = path("fd/" + descriptor);
    if (!Files.readSymbolicLink(pipe).toString().startsWith("pipe:")) {
      throw new FileNotFoundException("no pipe");
    }
    return FileChannel.open(pipe, StandardOpenOption.WRITE);
  }

  /** Writes all of these bytes. */
  static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  private Path path(String name) {
    return Path.of("/proc/" + id + "/" + name);
  }
}
