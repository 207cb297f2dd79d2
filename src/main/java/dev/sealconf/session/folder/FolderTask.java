package dev.sealconf.session.folder;

import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * What a command does with the files of a folder.
 *
 * @param done what it has done to them in the end, such as {@code Encrypted}
 * @param wanted which files it is for
 * @param unmet which of the others a rule says should be encrypted, and are not
 */
public record FolderTask(String done, Predicate<Path> wanted, Predicate<Path> unmet) {

  /** A command that has nothing to say of other files. */
  public FolderTask(String done, Predicate<Path> wanted) {
    this(done, wanted, path -> false);
  }
}
