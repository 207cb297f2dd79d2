package dev.sealconf.git.doctor;

import dev.sealconf.error.SealconfException;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.util.ArrayList;
import java.util.List;

/** Runs all checks of a repository. */
public final class Doctor {
  private static final List<Check> CHECKS =
      List.of(
          new GitVersionCheck(),
          new SettingsCheck(),
          new ProgramCheck(),
          new AttributesCheck(),
          new RulesCheck(),
          new FilesCheck(),
          new KeyCheck(),
          new HooksCheck(),
          new TextconvCacheCheck(),
          new RerereCheck(),
          new TemporaryFolderCheck(),
          new BlobCacheCheck());

  private final Session session;
  private final Overrides given;

  /** Works in this run. */
  public Doctor(Session session, Overrides given) {
    this.session = session;
    this.given = given;
  }

  /** Returns all findings about the repository around the working directory. */
  public List<Finding> findings() {
    RepositoryState state = RepositoryState.of(session, given, Repository.of(session.world()));
    List<Finding> all = new ArrayList<>();
    for (Check check : CHECKS) {
      try {
        all.addAll(check.findings(state));
      } catch (SealconfException e) {
        all.add(new Finding(Finding.Level.PROBLEM, text(e), e.hints()));
      }
    }
    return all;
  }

  private static String text(SealconfException failure) {
    return failure.location().map(place -> place + ": ").orElse("") + failure.getMessage();
  }
}
