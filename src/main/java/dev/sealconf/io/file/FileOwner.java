package dev.sealconf.io.file;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** The numeric owners of files and of this process. Windows has none. */
public final class FileOwner {
  private static final Path PROCESS = Path.of("/proc/self");

  private FileOwner() {}

  /**
   * Returns the user id of the owner, or empty on a system without user ids.
   *
   * @param options whether to follow links
   * @throws IOException if the file's attributes can't be read
   */
  public static Optional<Integer> of(Path file, LinkOption... options) throws IOException {
    return FileState.unix(file)
        ? Optional.of((Integer) Files.getAttribute(file, "unix:uid", options))
        : Optional.empty();
  }

  /** Returns the user id that this process runs as, or empty on a system without user ids. */
  public static Optional<Integer> ofProcess() {
    try {
      return Optional.of((Integer) Files.getAttribute(PROCESS, "unix:uid"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return asked();
    }
  }

  /** Asks the JDK, for systems without {@code /proc}, such as macOS. */
  private static Optional<Integer> asked() {
    try {
      return Optional.of(Math.toIntExact(new UnixSystem().getUid()));
    } catch (LinkageError | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
