package dev.sealconf.git.repository;

import dev.sealconf.io.process.Subprocess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of the last commit. The first few are asked for one by one; then the whole list is
 * read, since asking for a file takes as long as encrypting one. The list is read again when {@code
 * HEAD} has moved, which its reflog shows. For one thread.
 */
public final class LastCommit {
  private static final int MOST_ONE_BY_ONE = 16;

  private final Repository repository;
  private final Blobs blobs;
  private final Path reflog;
  private final Map<String, String> objects = new HashMap<>();
  private Object state = "";
  private int asked;

  /** Reads the last commit of this repository. */
  public LastCommit(Repository repository, Blobs blobs) {
    this.repository = repository;
    this.blobs = blobs;
    this.reflog = repository.gitFolder().resolve("logs/HEAD");
  }

  /**
   * Returns the blob of a file.
   *
   * @param path one character for each byte
   * @return empty if the commit has no such file, or if there is no commit
   */
  public Optional<Blobs.Blob> read(String path) {
    asked++;
    if (asked <= MOST_ONE_BY_ONE) {
      return blobs.read("HEAD:" + path);
    }
    Object now = state();
    if (!now.equals(state)) {
      list();
      state = now;
    }
    return Optional.ofNullable(objects.get(path)).flatMap(blobs::read);
  }

  /** A line is {@code MODE TYPE OBJECT TAB PATH}. */
  private void list() {
    objects.clear();
    Subprocess.Result result =
        repository.git().run(new byte[0], List.of("ls-tree", "-r", "-z", "--full-tree", "HEAD"));
    for (String line : new String(result.out(), StandardCharsets.ISO_8859_1).split("\0")) {
      int tab = line.indexOf('\t');
      String[] fields = line.substring(0, Math.max(tab, 0)).split(" ");
      if (fields.length == 3) {
        objects.put(line.substring(tab + 1), fields[2]);
      }
    }
  }

  private Object state() {
    try {
      BasicFileAttributes now = Files.readAttributes(reflog, BasicFileAttributes.class);
      return List.of(now.lastModifiedTime(), now.size());
    } catch (IOException e) {
      return "no reflog"; // before the first commit
    }
  }
}
