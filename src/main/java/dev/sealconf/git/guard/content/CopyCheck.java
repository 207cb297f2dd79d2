package dev.sealconf.git.guard.content;

import dev.sealconf.error.Printable;
import dev.sealconf.git.guard.finding.Check;
import dev.sealconf.git.guard.finding.FileVersion;
import dev.sealconf.git.guard.finding.Findings;
import dev.sealconf.leak.CopiesByName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds plaintext copies of encrypted files: by their names, as {@code sealconf clean} does, and by
 * their content where a key opens the original.
 */
public final class CopyCheck {
  private final Findings findings;

  /** Decides whether a file may be the original of a copy. */
  @FunctionalInterface
  public interface Original {
    /**
     * Returns whether the file at a path is encrypted and may be copied in another file.
     *
     * @param uncertain whether the copy has a name that other files often have, too
     */
    boolean mayBeCopied(String path, FileVersion copy, boolean uncertain);
  }

  /** Creates a check that adds to these findings. */
  public CopyCheck(Findings findings) {
    this.findings = findings;
  }

  /** Compares the content of plain files with what encrypted files hold, by names of blobs. */
  public void byContent(Collection<FileVersion> plain, Map<String, FileVersion> originals) {
    for (FileVersion file : plain) {
      FileVersion original = originals.get(file.object());
      if (original != null && !findings.hasPlaintext(file.path())) {
        add(file, original.path());
      }
    }
  }

  /**
   * Compares names in each folder that has a plain file.
   *
   * @param paths all paths, with those of the plain files
   * @param original whether a pair is a file and an encrypted file that it may be a copy of
   */
  public void byName(Collection<FileVersion> plain, Collection<String> paths, Original original) {
    Map<String, FileVersion> files = new HashMap<>();
    Map<String, Set<String>> folders = new HashMap<>();
    for (FileVersion file : plain) {
      files.put(file.path(), file);
      folders.put(FileVersion.folder(file.path()), new HashSet<>());
    }
    List<String> all = new ArrayList<>(paths);
    all.addAll(files.keySet());
    for (String path : all) {
      Set<String> names = folders.get(FileVersion.folder(path));
      if (names != null) {
        names.add(FileVersion.lastName(path));
      }
    }
    folders.forEach(
        (folder, names) -> {
          for (CopiesByName.Pair pair : CopiesByName.among(names)) {
            FileVersion file = files.get(folder + pair.copy());
            String path = folder + pair.original();
            if (file != null
                && !findings.hasPlaintext(file.path())
                && original.mayBeCopied(path, file, pair.uncertain())) {
              add(file, path);
            }
          }
        });
  }

  private void add(FileVersion file, String original) {
    findings.add(
        Check.COPY,
        file,
        0,
        "a plaintext copy of " + Printable.word(FileVersion.text(original)),
        "git rm --cached -- " + file.word() + ", and add it to .gitignore");
  }
}
