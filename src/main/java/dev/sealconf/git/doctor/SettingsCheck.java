package dev.sealconf.git.doctor;

import dev.sealconf.error.Printable;
import dev.sealconf.git.setup.DriverSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks that git has the settings that {@code install} writes. */
final class SettingsCheck implements Check {
  private static final String REQUIRED = "filter.sealconf.required";
  private static final String CACHED = "diff.sealconf.cachetextconv";
  private static final String INSTALL = "sealconf git install";

  @Override
  public List<Finding> findings(RepositoryState state) {
    Map<String, String> settings = state.settings();
    List<Finding> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, String> wanted : DriverSettings.of(state.program()).entrySet()) {
      String key = wanted.getKey();
      String there = settings.get(key);
      if (there == null) {
        missing.add(key);
      } else if (!there.equals(wanted.getValue())) {
        found.add(different(key, there, wanted.getValue()));
      }
    }
    if (!missing.isEmpty()) {
      String what =
          missing.contains(DriverSettings.PROCESS)
              ? "git doesn't run sealconf here: its settings are missing"
              : "git's settings are incomplete: " + String.join(", ", missing);
      found.add(Finding.problem(what, INSTALL));
    }
    return found.isEmpty() ? List.of(Finding.ok("git's settings")) : found;
  }

  private static Finding different(String key, String there, String wanted) {
    String fix = "git config --replace-all " + key + " " + Printable.quote(wanted);
    if (key.equals(REQUIRED)) {
      return Finding.problem(
          REQUIRED + " is not true: if the filter fails, git stores plaintext", fix);
    }
    if (key.equals(CACHED)) {
      return Finding.problem(CACHED + " is not false: git may store plaintext in notes", fix);
    }
    return Finding.warning(key + " is " + Printable.quote(there), fix);
  }
}
