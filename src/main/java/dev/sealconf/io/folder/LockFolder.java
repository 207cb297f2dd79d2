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
 * Finds a lock folder that belongs to one user alone, and that all processes of the user agree on.
 * No other user can block it: a fixed name is used only below a folder that the user owns, and
 * names in a shared folder are random.
 */
public final class LockFolder {
  private static final int OTHERS = 077;
  private static final int OTHERS_WRITE = 022;
  private static final int EVERYBODY_WRITES = 02;
  private static final int STICKY = 01000;

  private LockFolder() {}

  /**
   * Returns a folder that only the user can enter, and creates it if necessary.
   *
   * @param parent an existing folder that belongs to the user
   * @param name relative to the parent, with one or more parts
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
   * Returns a folder that only the user can enter, inside one that everyone can write to, such as
   * {@code /tmp}. If there are several, the first by name is used, so that two processes that
   * create one at the same time agree once both exist.
   *
   * @param prefix the start of its name
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
   * Returns whether only the user and root can rename or remove the user's files in a folder. True
   * if the folder belongs to the user or root, and is sticky or not writable by everyone. Also true
   * if the folder doesn't exist.
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
        // Another process may have created it; if not, the next step fails.
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
