package dev.sealconf.git.guard.finding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects findings; one that several commits share counts once, for the first of them. */
public final class Findings {
  private final TreeSet<Finding> all =
      new TreeSet<>(
          (a, b) -> a.compareTo(b) == 0 ? a.message().compareTo(b.message()) : a.compareTo(b));
  private final Set<String> plain = new HashSet<>();

  /** Adds a finding. */
  public void add(Check check, FileVersion file, int line, String message, String hint) {
    all.add(new Finding(check, file, line, message, hint));
    if (check == Check.PLAINTEXT || check == Check.DECRYPTED) {
      plain.add(file.path());
    }
  }

  /** Returns whether a path was found to be plaintext that must be encrypted. */
  public boolean hasPlaintext(String path) {
    return plain.contains(path);
  }

  /** Returns all findings, by path and line. */
  public List<Finding> sorted() {
    return List.copyOf(all);
  }
}
