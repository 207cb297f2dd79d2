package dev.sealconf.git.guard.scope;

import dev.sealconf.git.guard.read.Listings;
import dev.sealconf.git.guard.read.Plumbing;
import dev.sealconf.git.guard.settings.SettingsReader;

/** Decides which versions of files a run checks. */
@FunctionalInterface
public interface Scope {

  /**
   * Finds the versions to check.
   *
   * @throws dev.sealconf.error.SealconfException if git doesn't know the commits
   */
  Work work(Plumbing git, Listings listings, SettingsReader settings);
}
