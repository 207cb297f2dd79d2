package dev.sealconf.git.scenario;

import dev.sealconf.Peers;

/** The git that tests run: the one that {@code SEALCONF_GIT} names, or else that of the system. */
public final class OtherGit {
  private OtherGit() {}

  /** Returns a {@code PATH} on which that git is the first. */
  public static String path() {
    return Peers.GIT.path().getParent() + ":/usr/bin:/bin";
  }
}
