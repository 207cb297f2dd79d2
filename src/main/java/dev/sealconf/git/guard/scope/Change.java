package dev.sealconf.git.guard.scope;

import dev.sealconf.git.guard.finding.FileVersion;
import dev.sealconf.git.guard.settings.Demand;
import dev.sealconf.git.guard.settings.Settings;
import java.util.List;

/**
 * A version of a file to check.
 *
 * @param before the versions that it replaces: names of blobs, one for each parent that had one
 * @param settings those of its own commit or index
 * @param later those at the end of the range, which can demand more
 */
public record Change(FileVersion file, List<String> before, Settings settings, Settings later) {

  /** Returns what is demanded of the version. */
  public Demand demand() {
    return settings.demand(file.path(), later);
  }
}
