package dev.sealconf.git.doctor;

import dev.sealconf.git.filter.BlobCache;
import dev.sealconf.git.setup.DriverSettings;
import java.util.List;

/** Looks for a cache of the filter that nothing uses. */
final class BlobCacheCheck implements Check {
  @Override
  public List<Finding> findings(RepositoryState state) {
    if (!BlobCache.isThere(state.repository())) {
      return List.of();
    }
    boolean used = state.settings().containsKey(DriverSettings.PROCESS);
    return List.of(
        used
            ? Finding.ok("the filter's cache")
            : Finding.warning(
                "the filter's cache is left over: git doesn't run sealconf here",
                "sealconf git lock removes it"));
  }
}
