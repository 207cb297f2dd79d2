package dev.sealconf.git.sequence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Deletes, cuts off or overwrites files of the program's cache. */
final class CacheDamage {
  private final Path cache;
  private final Random random;

  /** For the cache of the repository in this folder. */
  CacheDamage(Path repository, Random random) {
    this.cache = repository.resolve(".git/sealconf");
    this.random = random;
  }

  /** Damages each file of the cache with a chance of one half. */
  void some() throws IOException {
    for (Path file : files()) {
      try {
        damage(file);
      } catch (NoSuchFileException e) {
        continue; // a program that runs has replaced it
      }
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(cache)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(cache)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (UncheckedIOException e) {
      return List.of(); // it changes at the moment
    }
  }

  private void damage(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    switch (random.nextInt(6)) {
      case 0 -> Files.delete(file);
      case 1 -> Files.write(file, Arrays.copyOf(content, content.length / 2));
      case 2 -> {
        if (content.length > 0) {
          content[random.nextInt(content.length)] ^= (byte) (1 + random.nextInt(255));
        }
        Files.write(file, content);
      }
      default -> {}
    }
  }
}
