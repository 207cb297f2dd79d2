package dev.sealconf;

import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/** The names of files, which the library resolves against the folder of its options. */
final class FileName {
  private FileName() {}

  /**
   * Returns a path as text.
   *
   * @throws UsageFailure if it belongs to another file system, such as that of a ZIP file
   */
  static String of(Path path) {
    if (path.getFileSystem() != FileSystems.getDefault()) {
      throw new UsageFailure.Mistake(
              Printable.quote(path.toString()) + " is not in the file system of the machine")
          .hint("read it as a stream: Sealconf.read(stream, name, options)");
    }
    return path.toString();
  }
}
