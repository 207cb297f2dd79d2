package dev.sealconf.session.folder;

import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * What a command does with the files of a folder.
 *
 * @param done the past tense for reports, such as {@code Encrypted}
 * @param wanted selects the files that the command is for
 * @param unmet selects those of the other files that a rule says to encrypt, and that are not
 *     encrypted
 */
public record FolderTask(String done, Predicate<Path> wanted, Predicate<Path> unmet) {

  /** Creates a task that reports nothing about other files. */
  public FolderTask(String done, Predicate<Path> wanted) {
    this(done, wanted, path -> false);
  }
}
