package dev.sealconf.git.sequence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Deletes, cuts off or overwrites files of the program's cache. */
final class CacheDamage {
  private CacheDamage() {}

  /** Damages each file of it with a chance of one half. */
  static void some(Run run) throws IOException {
    Path cache = run.folder.resolve(".git/sealconf");
    if (!Files.isDirectory(cache)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(cache)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    run.log.add("damage to " + files.size() + " files");
    for (Path file : files) {
      byte[] content = Files.readAllBytes(file);
      switch (run.random.nextInt(6)) {
        case 0 -> Files.delete(file);
        case 1 -> Files.write(file, Arrays.copyOf(content, content.length / 2));
        case 2 -> {
          if (content.length > 0) {
            content[run.random.nextInt(content.length)] ^= (byte) (1 + run.random.nextInt(255));
          }
          Files.write(file, content);
        }
        default -> {}
      }
    }
  }
}
