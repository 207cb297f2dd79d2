package dev.sealconf.packaged;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for a text in all files that can hold what a run has left behind: those that have changed
 * since the tests were started, because others may have filled the shared folders.
 */
final class SecretSearch {
  private static final int MOST = 16 << 20;

  /** The system counts the start of a process in hundredths of a second. */
  private static final Instant START =
      ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH).minusSeconds(1);

  private SecretSearch() {}

  /** The files in memory and in the folder for temporary files that hold it, and those in here. */
  static List<Path> everywhere(String secret, Path... folders) throws IOException {
    List<Path> found = new ArrayList<>(in(secret, folders));
    found.addAll(in(secret, Path.of("/dev/shm"), Path.of("/run/user"), Path.of("/tmp")));
    return found.stream().distinct().toList();
  }

  /** The files below these folders that hold it. */
  static List<Path> in(String secret, Path... folders) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        Files.walkFileTree(folder, new Visitor(secret, found));
      }
    }
    return found;
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final String secret;
    private final List<Path> found;

    Visitor(String secret, List<Path> found) {
      this.secret = secret;
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && attributes.size() < MOST && isNew(file) && holds(file)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean isNew(Path file) {
      try {
        FileTime changed =
            (FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
        return changed.toInstant().isAfter(START);
      } catch (IOException e) {
        return false; // gone
      }
    }

    private boolean holds(Path file) {
      try {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret);
      } catch (IOException e) {
        return false; // gone, or another user's
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }
}
