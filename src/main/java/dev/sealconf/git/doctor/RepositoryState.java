package dev.sealconf.git.doctor;

import dev.sealconf.git.protection.PathStatus;
import dev.sealconf.git.protection.ProtectedPaths;
import dev.sealconf.git.protection.ProtectionMode;
import dev.sealconf.git.protection.ProtectionStatus;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.git.setup.DriverSettings;
import dev.sealconf.git.setup.GitConfig;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.util.List;
import java.util.Map;

/**
 * What several checks need to know about a repository.
 *
 * @param settings the settings that are in effect
 * @param paths the protected paths
 * @param attributes all paths' attributes
 * @param locked whether the work tree is locked
 */
record RepositoryState(
    Session session,
    Overrides given,
    Repository repository,
    Map<String, String> settings,
    List<PathStatus> paths,
    ProtectedPaths attributes,
    boolean locked) {

  static RepositoryState of(Session session, Overrides given, Repository repository) {
    ProtectionStatus status = new ProtectionStatus(session, given, repository);
    return new RepositoryState(
        session,
        given,
        repository,
        new GitConfig(repository.git(), GitConfig.Scope.LOCAL).effective(),
        status.paths(),
        new ProtectedPaths(repository),
        status.locked());
  }

  /** Returns how git starts the program, as a word of the shell. */
  String program() {
    return settings.getOrDefault(DriverSettings.PROGRAM, "sealconf");
  }

  /** Returns the protected paths of a mode. */
  List<PathStatus> in(ProtectionMode mode) {
    return paths.stream().filter(path -> path.path().mode() == mode).toList();
  }
}
