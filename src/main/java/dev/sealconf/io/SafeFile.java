package dev.sealconf.io;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Reads files, and replaces them whole or not at all: locked, written beside the target, flushed,
 * renamed ({@code docs/security.md §durability}).
 */
public final class SafeFile {

  /** What the new content is. */
  public enum Content {
    /** Sealed: mode and owner of the file it replaces are kept, 0666 less the umask for a new one. */
    SEALED,
    /** Plain: readable by its owner only, 0600 from its creation. */
    PLAIN
  }

  private final World world;

  public SafeFile(World world) {
    this.world = world;
  }

  /**
   * The bytes of a regular file.
   *
   * @throws dev.sealconf.error.SealconfException with 2 (100 if it does not exist) and a hint
   */
  public byte[] read(Path file) {
    throw new UnsupportedOperationException("not yet: " + world);
  }

  /**
   * Replaces a file by what {@code change} makes of its bytes, while no other process of ours
   * changes it. The file is left alone if the bytes are equal, and if {@code change} throws.
   *
   * @return whether the file was replaced
   * @throws dev.sealconf.error.SealconfException with 3 if it can't be written, or changed meanwhile
   */
  public boolean update(Path file, Content content, UnaryOperator<byte[]> change) {
    throw new UnsupportedOperationException("not yet");
  }

  /** Creates or replaces a file. */
  public void write(Path file, Content content, byte[] bytes) {
    throw new UnsupportedOperationException("not yet");
  }
}
