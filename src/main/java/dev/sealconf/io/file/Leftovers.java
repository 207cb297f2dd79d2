package dev.sealconf.io.file;

import dev.sealconf.io.folder.OpenFolder;
import dev.sealconf.io.folder.WorkFolder;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the hidden folders that killed runs left next to the files they were writing. Each folder
 * is searched only once, no matter how many files are written in it.
 */
final class Leftovers {
  private static final Duration STALE = Duration.ofHours(1);
  private static final String SUFFIX = ".tmp";

  private final Map<Path, List<Path>> found = new ConcurrentHashMap<>();

  /** Returns the name of the hidden folder for a target. */
  static Path name(Path target, String random) {
    return Path.of(prefix(target) + random + SUFFIX);
  }

  /** Removes leftovers for this target from the open folder if they are more than an hour old. */
  void remove(Path target, OpenFolder folder, Instant now, int randomLength) {
    String prefix = prefix(target);
    int length = prefix.length() + randomLength + SUFFIX.length();
    for (Path left : found.computeIfAbsent(target.getParent(), Leftovers::hidden)) {
      String name = left.getFileName().toString();
      if (name.length() == length && name.startsWith(prefix)) {
        remove(left, folder, now);
      }
    }
  }

  private static void remove(Path left, OpenFolder folder, Instant now) {
    try {
      Instant modified = Files.getLastModifiedTime(left, LinkOption.NOFOLLOW_LINKS).toInstant();
      if (modified.isBefore(now.minus(STALE))) {
        WorkFolder.removeLeftover(folder, left.getFileName());
      }
    } catch (IOException e) {
      // Another run may have removed it. If writing is impossible, the write itself will fail.
    }
  }

  private static List<Path> hidden(Path folder) {
    List<Path> hidden = new ArrayList<>();
    DirectoryStream.Filter<Path> ours =
        file -> {
          String name = file.getFileName().toString();
          return name.startsWith(".") && name.endsWith(SUFFIX);
        };
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, ours)) {
      all.forEach(hidden::add);
    } catch (IOException | DirectoryIteratorException e) {
      // If writing is impossible, the write itself will fail.
    }
    return hidden;
  }

  private static String prefix(Path target) {
    String name = target.getFileName().toString();
    int end = Math.min(name.length(), 64);
    if (end < name.length() && Character.isHighSurrogate(name.charAt(end - 1))) {
      end--;
    }
    return "." + name.substring(0, end) + ".";
  }
}
