package dev.sealconf.io.file;

import dev.sealconf.io.SystemText;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Reads whole files, pipes and devices without asking for the read position, which pipes don't
 * have.
 */
public final class FileBytes {
  private FileBytes() {}

  /**
   * Returns all bytes of a file, or the first {@code most} of a longer one. Follows links.
   *
   * @throws java.io.FileNotFoundException if it can't be opened, for any reason
   * @throws java.nio.file.FileSystemException if it can't be opened and its name isn't UTF-8
   * @throws IOException if it can't be read
   */
  public static byte[] read(Path file, int most) throws IOException {
    try (InputStream in = forward(open(file))) {
      return in.readNBytes(most);
    }
  }

  /**
   * Like {@link #read}, but doesn't follow links: fails if someone has put a link in the file's
   * place.
   */
  static byte[] readItself(Path file, int most) throws IOException {
    try (InputStream in = forward(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS))) {
      return in.readNBytes(most);
    }
  }

  private static InputStream open(Path file) throws IOException {
    // Only the second stream supports names that aren't UTF-8; the first opens faster.
    return SystemText.isDamaged(file.toString())
        ? Files.newInputStream(file)
        : new FileInputStream(file.toFile());
  }

  /**
   * Returns the same stream without random access. The JDK's own file streams first ask for a
   * position to read faster, and fail if there is none (on Java 17, always).
   */
  public static InputStream forward(InputStream in) {
    return new Forward(in);
  }

  private static final class Forward extends FilterInputStream {
    Forward(InputStream in) {
      super(in);
    }
  }
}
