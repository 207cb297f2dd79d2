package dev.sealconf.git.setup;

import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.git.repository.GitProgram;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Git's settings in one place, the repository or the user's account, and those that are in effect.
 */
public final class GitConfig {

  /** Where settings are. */
  public enum Scope {
    /** The repository, with all of its linked work trees. */
    LOCAL("--local"),

    /** Every repository of the user. */
    GLOBAL("--global");

    private final String flag;

    Scope(String flag) {
      this.flag = flag;
    }

    /** Returns the flag that {@code git config} and {@code sealconf git install} have for it. */
    public String flag() {
      return flag;
    }
  }

  private final GitProgram git;
  private final Scope scope;

  /** Reads and writes the settings of this scope. */
  public GitConfig(GitProgram git, Scope scope) {
    this.git = git;
    this.scope = scope;
  }

  /** Returns the scope. */
  public Scope scope() {
    return scope;
  }

  /** Returns the values of each key in this scope. */
  public Map<String, List<String>> own() {
    return read(List.of("config", scope.flag, "--null", "--list", "--no-includes"));
  }

  /** Returns the value of each key that is in effect, from whichever scope. */
  public Map<String, String> effective() {
    Map<String, String> last = new LinkedHashMap<>();
    read(List.of("config", "--null", "--list"))
        .forEach((key, values) -> last.put(key, values.get(values.size() - 1)));
    return last;
  }

  /** A missing file has no settings; git fails on it. */
  private Map<String, List<String>> read(List<String> command) {
    String list = new String(git.run(new byte[0], command).out(), StandardCharsets.UTF_8);
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String entry : list.isEmpty() ? new String[0] : list.split("\0", -1)) {
      if (!entry.isEmpty()) {
        String[] both = entry.split("\n", 2);
        String value = both.length == 2 ? both[1] : "true";
        values.computeIfAbsent(both[0], key -> new ArrayList<>()).add(value);
      }
    }
    return values;
  }

  /** Returns the only value of a key in this scope; empty if there is none, or more than one. */
  Optional<String> single(String key) {
    List<String> values = own().getOrDefault(key, List.of());
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /** Sets a key. */
  void set(String key, String value) {
    change(List.of("config", scope.flag, key, value), key);
  }

  /** Removes a key, and a section that has no other. */
  void unset(String key) {
    change(List.of("config", scope.flag, "--unset", key), key);
  }

  private void change(List<String> command, String key) {
    if (git.run(new byte[0], command).status() != 0) {
      throw new OutputFailure.NotWritten("git can't change the setting " + Printable.quote(key))
          .hint("try it: git config " + scope.flag + " --list --show-origin");
    }
  }
}
