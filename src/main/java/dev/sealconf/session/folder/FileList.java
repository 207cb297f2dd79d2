package dev.sealconf.session.folder;

import dev.sealconf.io.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The files that the words of a command line stand for, without duplicates. Names are as a user
 * would type them: as given, or starting with the given folder.
 *
 * @param names the files
 * @param hasFolders whether one of the words was a folder
 * @param leftOut wanted files in folders, and folders that contain such files, that are left out
 * @param unmet files in folders that are not wanted but should be encrypted
 */
public record FileList(
    List<String> names, boolean hasFolders, List<LeftOut> leftOut, List<String> unmet) {

  /** A file or folder that is left out, and why. */
  public record LeftOut(String name, String why) {}

  /**
   * Returns the named files, and the wanted files in named folders. Reports if there are none.
   *
   * @throws dev.sealconf.error.SealconfException with exit code 2 if a folder can't be read
   */
  public static FileList of(World world, List<String> words, Predicate<Path> wanted) {
    return of(world, words, new FolderTask("", wanted));
  }

  /**
   * Returns the named files, and the files in named folders that the task wants. Reports if there
   * are none.
   *
   * @throws dev.sealconf.error.SealconfException with exit code 2 if a folder can't be read
   */
  public static FileList of(World world, List<String> words, FolderTask meant) {
    Map<Path, String> files = new LinkedHashMap<>();
    List<LeftOut> left = new ArrayList<>();
    Set<String> unmet = new LinkedHashSet<>();
    boolean folders = false;
    for (String word : words) {
      Path path = world.resolve(word);
      if (Files.isDirectory(path)) {
        folders = true;
        FolderWalk.Found found = new FolderWalk(world, path).found();
        for (Path file : found.files()) {
          if (meant.wanted().test(file)) {
            files.putIfAbsent(file, shown(word, path, file));
          } else if (meant.unmet().test(file)) {
            unmet.add(shown(word, path, file));
          }
        }
        found.leftOut().stream()
            .filter(one -> concerns(one, meant.wanted()))
            .map(one -> new LeftOut(shown(word, path, one), one.why()))
            .forEach(left::add);
      } else {
        files.putIfAbsent(path, word);
      }
    }
    if (files.isEmpty()) {
      world.tell().say("nothing to do: no matching files");
    }
    return new FileList(
        List.copyOf(files.values()), folders, List.copyOf(left), List.copyOf(unmet));
  }

  /** Returns whether the user named exactly one file and nothing else. */
  public boolean isSingle() {
    return names.size() == 1 && !hasFolders;
  }

  private static boolean concerns(FolderWalk.Left left, Predicate<Path> wanted) {
    return left.folder() ? FirstMatch.in(left.path(), wanted) : wanted.test(left.path());
  }

  private static String shown(String word, Path root, FolderWalk.Left left) {
    return shown(word, root, left.path()) + (left.folder() ? "/" : "");
  }

  private static String shown(String folder, Path root, Path file) {
    return Path.of(folder).resolve(root.relativize(file)).normalize().toString();
  }
}
