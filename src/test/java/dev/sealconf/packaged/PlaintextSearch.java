package dev.sealconf.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Looks for a secret in all files of folders, where plaintext could have been left. */
final class PlaintextSearch {
  /** Where memory file systems usually are. */
  static final List<Path> MEMORY = List.of(Path.of("/dev/shm"), Path.of("/run/user"));

  private static final long LARGEST = 1 << 20;

  private PlaintextSearch() {}

  /** The files that hold this text. Files of more than 1 MiB are not of these tests. */
  static List<Path> holding(String secret, List<Path> folders) {
    List<Path> found = new ArrayList<>();
    for (Path folder : folders) {
      try {
        if (Files.isDirectory(folder)) {
          Files.walkFileTree(folder, new Visitor(secret, found));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
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
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isRegularFile() && attributes.size() <= LARGEST) {
        byte[] content = Files.readAllBytes(file);
        if (new String(content, StandardCharsets.ISO_8859_1).contains(secret)) {
          found.add(file);
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE; // another program has removed it
    }
  }
}
