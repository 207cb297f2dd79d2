package dev.sealconf.leak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tells by names alone which files of a folder may be copies of which others. */
public final class CopiesByName {

  /** The names of a file and of what it may be a copy of. */
  public record Pair(String copy, String original) {

    /** Returns whether files with the name of the copy are often no copies. */
    public boolean uncertain() {
      return CopyNames.areUncertain(copy);
    }
  }

  private CopiesByName() {}

  /** Returns the pairs among the names in one folder, sorted by the original. */
  public static List<Pair> among(Collection<String> names) {
    Set<String> sorted = new TreeSet<>(names);
    Map<String, List<String>> copies = new HashMap<>();
    for (String name : sorted) {
      for (String original : CopyNames.originals(name)) {
        copies.computeIfAbsent(original, any -> new ArrayList<>()).add(name);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (String name : sorted) {
      copies.getOrDefault(name, List.of()).forEach(copy -> pairs.add(new Pair(copy, name)));
      CopyNames.decrypted(name)
          .ifPresent(
              plain -> {
                if (sorted.contains(plain)) {
                  pairs.add(new Pair(plain, name));
                }
                copies
                    .getOrDefault(plain, List.of())
                    .forEach(copy -> pairs.add(new Pair(copy, name)));
              });
    }
    return pairs;
  }
}
