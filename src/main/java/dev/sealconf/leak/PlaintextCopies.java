package dev.sealconf.leak;

import dev.sealconf.error.FileFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.Printable;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.rule.SealedFileFilter;
import dev.sealconf.session.rule.SharedKeys;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds plaintext copies next to encrypted files, by name, including files that git ignores. Empty
 * files and encrypted copies don't count. A file such as {@code app.yaml.bak} counts only if it
 * contains a key of the encrypted file.
 */
public final class PlaintextCopies {

  /**
   * A copy.
   *
   * @param file the path of the copy
   * @param original the encrypted file that it is a copy of
   */
  public record Copy(Path file, Path original) {}

  private final SealedFileFilter sealed;
  private final SharedKeys keys;

  /** Searches in this session. */
  public PlaintextCopies(Session session, Overrides given) {
    this.sealed = new SealedFileFilter(session, given);
    this.keys = new SharedKeys(session, given);
  }

  /**
   * Returns the copies in a folder and all folders below it except {@code .git}, sorted by path.
   * Does not follow links.
   *
   * @param folder absolute; if it is a file, finds only its copies
   * @throws FileFailure if a folder can't be read
   */
  public List<Copy> in(Path folder) {
    if (Files.notExists(folder)) {
      throw new FileFailure.Missing(Printable.quote(folder.toString()) + " does not exist", "");
    }
    if (!Files.isDirectory(folder)) {
      Path parent = folder.getParent();
      return parent == null
          ? List.of()
          : inOne(parent, files(parent)).stream()
              .filter(copy -> copy.original().equals(folder))
              .toList();
    }
    Map<Path, List<Path>> byFolder = new TreeMap<>();
    try {
      Files.walkFileTree(folder, new Visitor(byFolder));
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
    List<Copy> copies = new ArrayList<>();
    byFolder.forEach((parent, files) -> copies.addAll(inOne(parent, files)));
    return copies;
  }

  private static List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    try (var all = Files.newDirectoryStream(folder, Files::isRegularFile)) {
      all.forEach(files::add);
      return files;
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static RuntimeException unreadable(Path folder, IOException e) {
    return new FileFailure.Unreadable("a folder can't be read")
        .at(Location.of(folder.toString()))
        .from(e);
  }

  private List<Copy> inOne(Path folder, List<Path> files) {
    Map<String, Path> byName = new TreeMap<>();
    files.forEach(file -> byName.put(file.getFileName().toString(), file));
    Map<Path, Boolean> known = new HashMap<>();
    Map<Path, Path> copies = new TreeMap<>();
    for (CopiesByName.Pair pair : CopiesByName.among(byName.keySet())) {
      add(byName.get(pair.copy()), byName.get(pair.original()), known, copies);
    }
    List<Copy> found = new ArrayList<>();
    copies.forEach((file, original) -> found.add(new Copy(file, original)));
    return found;
  }

  private void add(Path copy, Path original, Map<Path, Boolean> known, Map<Path, Path> copies) {
    if (known.computeIfAbsent(original, sealed::contain)
        && !known.computeIfAbsent(copy, sealed::contain)
        && hasContent(copy, original)) {
      copies.putIfAbsent(copy, original);
    }
  }

  private boolean hasContent(Path copy, Path original) {
    try {
      return Files.size(copy) > 0
          && (!CopyNames.areUncertain(copy.getFileName().toString()) || keys.in(copy, original));
    } catch (IOException e) {
      return true; // when in doubt, list it
    }
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Map<Path, List<Path>> byFolder;

    Visitor(Map<Path, List<Path>> byFolder) {
      this.byFolder = byFolder;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      Path name = folder.getFileName();
      return name != null && name.toString().equals(".git")
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        byFolder.computeIfAbsent(file.getParent(), parent -> new ArrayList<>()).add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
