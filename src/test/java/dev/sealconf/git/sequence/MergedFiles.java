package dev.sealconf.git.sequence;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Three-way merges of whole trees, where they have only one possible result. */
final class MergedFiles {
  private MergedFiles() {}

  /** The merged files; empty if there is a conflict, or if git may find that a file was renamed. */
  static Optional<Map<String, Content>> of(
      Map<String, Content> base, Map<String, Content> ours, Map<String, Content> theirs) {
    Set<String> paths = new TreeSet<>(base.keySet());
    paths.addAll(ours.keySet());
    paths.addAll(theirs.keySet());
    Map<String, Content> merged = new TreeMap<>();
    for (String path : paths) {
      Content before = base.get(path);
      Content our = ours.get(path);
      Content their = theirs.get(path);
      if (before != null && our == null && their == null) {
        return Optional.empty();
      }
      Optional<Content> result = of(path, before, our, their);
      if (result.isPresent()) {
        merged.put(path, result.get());
      } else if (!mayBeAbsent(before, our, their)) {
        return Optional.empty();
      }
    }
    return Optional.of(merged);
  }

  private static boolean mayBeAbsent(Content before, Content our, Content their) {
    return our == null && Objects.equals(their, before)
        || their == null && Objects.equals(our, before);
  }

  private static Optional<Content> of(String path, Content before, Content our, Content their) {
    if (Objects.equals(our, their) || Objects.equals(their, before)) {
      return Optional.ofNullable(our);
    }
    if (Objects.equals(our, before)) {
      return Optional.ofNullable(their);
    }
    if (before == null || our == null || their == null) {
      return Optional.empty();
    }
    return Content.merged(path, before, our, their);
  }
}
