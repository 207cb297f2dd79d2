package dev.sealconf.session.task;

import dev.sealconf.io.World;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.session.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Adds lines to a folder's {@code .gitignore} for {@code init}, unless they are there already. */
final class GitIgnore {
  private static final String TITLE = "# plaintext that sealconf decrypted";
  private static final List<String> PLAINTEXT =
      List.of(
          "*.dec.*",
          "*.decrypted",
          "*.decrypted.*",
          "*.plain.*",
          "*.plaintext.*",
          ".*.draft*.json",
          ".*.tmp");

  private final SafeFile files;
  private final World world;
  private final Path folder;

  GitIgnore(Session session, Path folder) {
    this.files = session.files();
    this.world = session.world();
    this.folder = folder;
  }

  /**
   * Adds the missing lines, including one for the key if it is below the folder. Returns a line
   * that says what it did.
   */
  String add(Path key) {
    Path file = folder.resolve(".gitignore");
    List<String> wanted = new ArrayList<>(PLAINTEXT);
    if (key.startsWith(folder)) {
      wanted.add("/" + folder.relativize(key).toString().replace('\\', '/'));
    }
    if (!Files.exists(file)) {
      files.write(file, SafeFile.Content.SEALED, text("", wanted));
      return "Wrote " + world.shown(file) + ". Commit it.\n";
    }
    boolean changed =
        files.update(
            file,
            SafeFile.Content.SEALED,
            bytes -> {
              String old = new String(bytes, StandardCharsets.UTF_8);
              List<String> missing = missing(old, wanted);
              return missing.isEmpty() ? bytes : text(old, missing);
            });
    return changed
        ? "Added files that git should ignore to " + world.shown(file) + ". Commit it.\n"
        : "";
  }

  private static List<String> missing(String old, List<String> wanted) {
    Set<String> there = new HashSet<>(old.lines().map(String::strip).toList());
    return wanted.stream().filter(line -> !there.contains(line)).toList();
  }

  /** Uses the file's own line endings. */
  private static byte[] text(String old, List<String> lines) {
    String end = old.contains("\r\n") ? "\r\n" : "\n";
    StringBuilder text = new StringBuilder(old);
    if (!old.isEmpty()) {
      text.append(old.endsWith("\n") ? "" : end).append(end);
    }
    text.append(TITLE).append(end);
    lines.forEach(line -> text.append(line).append(end));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
