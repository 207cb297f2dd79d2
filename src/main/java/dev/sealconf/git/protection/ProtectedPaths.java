package dev.sealconf.git.protection;

import dev.sealconf.error.Refusal;
import dev.sealconf.git.repository.Index;
import dev.sealconf.git.repository.Repository;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the paths of a repository that have sealconf's attributes, as git reads them. */
public final class ProtectedPaths {
  private static final String DRIVER = "sealconf";
  private static final int PATHS_AT_ONCE = 5000;

  private final Repository repository;

  /**
   * Reads the attributes of this repository.
   *
   * @throws Refusal if it has no work tree
   */
  public ProtectedPaths(Repository repository) {
    if (!repository.hasWorkTree()) {
      throw new Refusal("there is no work tree here: this is a bare repository, or its git folder")
          .hint("run the command in a work tree");
    }
    this.repository = repository;
  }

  /** Returns the protected paths in the index, sorted. */
  public List<ProtectedPath> tracked() {
    Index index = new Index(repository);
    Set<String> paths = new TreeSet<>();
    index.all().stream().filter(entry -> entry.isFile()).forEach(entry -> paths.add(entry.path()));
    Set<String> left = leftOut();
    List<ProtectedPath> found = new ArrayList<>();
    modes(new ArrayList<>(paths))
        .forEach(
            (path, mode) ->
                found.add(
                    new ProtectedPath(
                        path,
                        mode,
                        index.entries(path).size() == 1 ? index.current(path) : Optional.empty(),
                        !left.contains(path))));
    found.sort((a, b) -> a.path().compareTo(b.path()));
    return found;
  }

  /** Returns the protected files that are neither tracked nor ignored, sorted. */
  public List<ProtectedPath> untracked() {
    List<ProtectedPath> found = new ArrayList<>();
    modes(list("ls-files", "--others", "--exclude-standard", "-z", "--full-name"))
        .forEach((path, mode) -> found.add(new ProtectedPath(path, mode, Optional.empty(), true)));
    found.sort((a, b) -> a.path().compareTo(b.path()));
    return found;
  }

  /** Returns the mode of each of these paths that has one. */
  public Map<String, ProtectionMode> modes(List<String> paths) {
    Map<String, ProtectionMode> modes = new HashMap<>();
    attributes(paths, List.of("filter", "diff", "merge"))
        .forEach(
            (path, values) -> {
              if (DRIVER.equals(values.get("filter"))) {
                modes.put(path, ProtectionMode.TRANSPARENT);
              } else if (values.containsValue(DRIVER)) {
                modes.put(path, ProtectionMode.SEALED);
              }
            });
    return modes;
  }

  /**
   * Returns the values of attributes, as {@code git check-attr} prints them.
   *
   * @param paths one character for each byte
   */
  public Map<String, Map<String, String>> attributes(List<String> paths, List<String> names) {
    Map<String, Map<String, String>> all = new HashMap<>();
    List<String> command = new ArrayList<>(List.of("-C", top(), "check-attr", "-z", "--stdin"));
    command.addAll(names);
    for (int from = 0; from < paths.size(); from += PATHS_AT_ONCE) {
      List<String> some = paths.subList(from, Math.min(paths.size(), from + PATHS_AT_ONCE));
      byte[] input = String.join("\0", some).getBytes(StandardCharsets.ISO_8859_1);
      String[] fields = text(repository.git().run(input, command).out()).split("\0", -1);
      for (int i = 0; i + 2 < fields.length; i += 3) {
        all.computeIfAbsent(fields[i], path -> new HashMap<>()).put(fields[i + 1], fields[i + 2]);
      }
    }
    return all;
  }

  /** Returns the paths that a sparse checkout leaves out; their lines start with an S. */
  private Set<String> leftOut() {
    Set<String> left = new HashSet<>();
    for (String line : list("ls-files", "-t", "-z", "--full-name")) {
      if (line.startsWith("S ")) {
        left.add(line.substring(2));
      }
    }
    return left;
  }

  private List<String> list(String... command) {
    List<String> all = new ArrayList<>(List.of("-C", top()));
    all.addAll(List.of(command));
    String text = text(repository.git().output(all));
    return text.isEmpty() ? List.of() : List.of(text.split("\0"));
  }

  private String top() {
    return repository.top().toString();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
