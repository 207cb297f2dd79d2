package dev.sealconf.io.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a folder that belongs to one user alone and that all their processes agree on. No other
 * user can keep them from it: a name counts only below a folder of the user's own, and in a folder
 * that is shared, names are random.
 */
public final class LockFolder {
  private static final int OTHERS = 077;
  private static final int OTHERS_WRITE = 022;
  private static final int EVERYBODY_WRITES = 02;
  private static final int STICKY = 01000;

  private LockFolder() {}

  /**
   * A folder that only the user can enter, made if it is not there.
   *
   * @param parent has to be there and to belong to the user
   * @param name below it, of one or several parts
   * @return empty if there can't be such a folder
   */
  public static Optional<Path> below(Path parent, Path name, int user) {
    if (!isOf(user, parent)) {
      return Optional.empty();
    }
    Path folder = parent;
    for (Path part : name) {
      folder = folder.resolve(part);
      makeIfMissing(folder);
      if (!isOf(user, folder) || isOpenToWriters(folder)) {
        return Optional.empty();
      }
    }
    return isPrivate(folder, user) ? Optional.of(folder) : Optional.empty();
  }

  /**
   * A folder that only the user can enter, in one that everybody may write to, such as {@code
   * /tmp}. Of several the first by name counts, so that two processes that make one at the same
   * time agree as soon as both are there.
   *
   * @param prefix how its name begins
   */
  public static Optional<Path> inShared(Path shared, String prefix, int user) {
    try {
      if (!Files.isDirectory(shared) || !isFirm(shared, user)) {
        return Optional.empty();
      }
      if (own(shared, prefix, user).isEmpty()) {
        Path made = Files.createTempDirectory(shared, prefix, WorkFolder.forOwner(shared));
        if (!isPrivate(made, user)) {
          return Optional.empty();
        }
      }
      return own(shared, prefix, user).stream().findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether no other user but root can rename or remove what the user has in a folder: the folder
   * belongs to one of them, and is not open to all unless it is sticky. True of what is not there.
   */
  public static boolean isFirm(Path folder, int user) {
    try {
      Map<String, Object> found = Files.readAttributes(folder, "unix:uid,mode");
      boolean trusted = found.get("uid").equals(0) || found.get("uid").equals(user);
      int mode = (Integer) found.get("mode");
      return trusted && ((mode & STICKY) != 0 || (mode & EVERYBODY_WRITES) == 0);
    } catch (IOException e) {
      return true;
    }
  }

  private static List<Path> own(Path shared, String prefix, int user) throws IOException {
    List<Path> own = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(shared, prefix + "*")) {
      for (Path folder : all) {
        if (isPrivate(folder, user)) {
          own.add(folder);
        }
      }
    }
    own.sort(null);
    return own;
  }

  private static void makeIfMissing(Path folder) {
    if (!Files.exists(folder)) {
      try {
        Files.createDirectory(folder, WorkFolder.forOwner(folder));
      } catch (IOException e) {
        // Another process may have been faster; if not, what follows fails.
      }
    }
  }

  private static boolean isOf(int user, Path folder) {
    try {
      return Files.isDirectory(folder) && Files.getAttribute(folder, "unix:uid").equals(user);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isOpenToWriters(Path folder) {
    try {
      return ((Integer) Files.getAttribute(folder, "unix:mode") & OTHERS_WRITE) != 0;
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean isPrivate(Path folder, int user) {
    try {
      Map<String, Object> found =
          Files.readAttributes(folder, "unix:uid,mode,isDirectory", LinkOption.NOFOLLOW_LINKS);
      return found.get("isDirectory").equals(true)
          && found.get("uid").equals(user)
          && ((Integer) found.get("mode") & OTHERS) == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
