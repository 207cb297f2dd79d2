package dev.sealconf.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * What can be seen of a file without reading it, after all links. Kubernetes replaces a link, and
 * then the real path is another one.
 *
 * @param real the path without links; empty if there is no file
 * @param key the inode
 */
public record FileLook(String real, String key, FileTime modified, long size) {
  private static final FileLook NOTHING = new FileLook("", "", FileTime.fromMillis(0), -1);

  /** Looks at a file, which need not exist. */
  public static FileLook at(Path file) {
    try {
      Path real = file.toRealPath();
      BasicFileAttributes found = Files.readAttributes(real, BasicFileAttributes.class);
      return new FileLook(
          real.toString(),
          String.valueOf(found.fileKey()),
          found.lastModifiedTime(),
          found.isRegularFile() ? found.size() : 0);
    } catch (IOException e) {
      return NOTHING;
    }
  }
}
