package dev.sealconf.io.file;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Numeric owners of files and of this process; on Windows there are none. */
public final class FileOwner {
  private static final Path PROCESS = Path.of("/proc/self");

  private FileOwner() {}

  /**
   * The user id of the owner; empty on a system without such ids.
   *
   * @param options whether the owner of a link is meant, or that of what it leads to
   * @throws IOException if the file can't be looked at
   */
  public static Optional<Integer> of(Path file, LinkOption... options) throws IOException {
    return FileState.unix(file)
        ? Optional.of((Integer) Files.getAttribute(file, "unix:uid", options))
        : Optional.empty();
  }

  /** The user id that this process runs under; empty on a system without such ids. */
  public static Optional<Integer> ofProcess() {
    try {
      return Optional.of((Integer) Files.getAttribute(PROCESS, "unix:uid"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return asked();
    }
  }

  /** Where there is no {@code /proc}, such as macOS. */
  private static Optional<Integer> asked() {
    try {
      return Optional.of(Math.toIntExact(new UnixSystem().getUid()));
    } catch (LinkageError | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
