package dev.sealconf.io.file;

import dev.sealconf.io.SystemText;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Reads whole files, pipes and devices without asking where in them it is: a pipe can't tell. */
public final class FileBytes {
  private FileBytes() {}

  /**
   * All bytes of a file, or the first {@code most} of one that is longer; links are followed.
   *
   * @throws java.io.FileNotFoundException if it can't be opened, whatever the reason
   * @throws java.nio.file.FileSystemException the same, for a name that is not UTF-8
   * @throws IOException if it can't be read
   */
  public static byte[] read(Path file, int most) throws IOException {
    try (InputStream in = forward(open(file))) {
      return in.readNBytes(most);
    }
  }

  /** Like {@link #read}, of a file that is not a link: one that was put in its place fails. */
  static byte[] readItself(Path file, int most) throws IOException {
    try (InputStream in = forward(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS))) {
      return in.readNBytes(most);
    }
  }

  private static InputStream open(Path file) throws IOException {
    // Only the second keeps a name's bytes that are not UTF-8; the first is there sooner.
    return SystemText.isDamaged(file.toString())
        ? Files.newInputStream(file)
        : new FileInputStream(file.toFile());
  }

  /**
   * The same stream, read forward only. The JDK's own streams of files read faster by first asking
   * for a position, and fail where there is none, on Java 17 always.
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
