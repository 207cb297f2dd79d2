package dev.sealconf.git.doctor;

import dev.sealconf.error.Printable;
import dev.sealconf.git.protection.PathStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks that the attributes protect files, and only those that may be filtered. */
final class AttributesCheck implements Check {
  private static final List<String> NAMES =
      List.of("filter", "diff", "merge", "text", "eol", "working-tree-encoding");

  /** Git and sealconf have to read these themselves. */
  private static final List<String> NEVER_FILTERED = List.of(".gitattributes", ".sops.yaml");

  @Override
  public List<Finding> findings(RepositoryState state) {
    List<Finding> found = new ArrayList<>();
    state
        .attributes()
        .attributes(NEVER_FILTERED, NAMES)
        .forEach(
            (path, values) -> {
              if (values.containsValue("sealconf")) {
                found.add(filtered(path));
              }
            });
    List<String> paths = state.paths().stream().map(path -> path.path().path()).toList();
    Map<String, Map<String, String>> values = state.attributes().attributes(paths, NAMES);
    boolean converts = !state.settings().getOrDefault("core.autocrlf", "false").equals("false");
    for (PathStatus path : state.paths()) {
      Map<String, String> ofPath = values.getOrDefault(path.path().path(), Map.of());
      if (found.size() < 5) {
        found.addAll(incomplete(path, ofPath, converts));
      }
    }
    if (paths.isEmpty()) {
      found.add(
          Finding.warning(
              "no file is protected", "sealconf git install --transparent 'secrets/**'"));
    }
    return found.isEmpty()
        ? List.of(Finding.ok("attributes of " + paths.size() + " protected files"))
        : found;
  }

  private static Finding filtered(String path) {
    return Finding.problem(
        path + " has sealconf's attributes, but has to stay readable",
        "add this line to the end of .gitattributes: " + path + " !filter !diff !merge !text");
  }

  private static List<Finding> incomplete(
      PathStatus path, Map<String, String> values, boolean converts) {
    List<Finding> found = new ArrayList<>();
    String name = Printable.quote(path.path().name());
    for (String driver : List.of("diff", "merge")) {
      if (!"sealconf".equals(values.get(driver))) {
        found.add(
            Finding.warning(
                name + " has no attribute " + driver + "=sealconf",
                "add " + driver + "=sealconf to its line in .gitattributes"));
      }
    }
    if (converts && !"unset".equals(values.get("text")) && !"lf".equals(values.get("eol"))) {
      found.add(
          Finding.warning(
              "core.autocrlf may change line ends in " + name,
              "add -text to its line in .gitattributes"));
    }
    String encoding = values.getOrDefault("working-tree-encoding", "unspecified");
    if ("sealconf".equals(values.get("filter"))
        && !List.of("unspecified", "unset", "set", "UTF-8").contains(encoding)) {
      found.add(
          Finding.problem(
              name
                  + " has the attribute working-tree-encoding: git would damage the encrypted file",
              "add -working-tree-encoding to its line in .gitattributes"));
    }
    return found;
  }
}
