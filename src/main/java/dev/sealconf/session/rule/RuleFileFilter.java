package dev.sealconf.session.rule;

import dev.sealconf.config.ConfigFile;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.nio.file.Path;
import java.util.Optional;

/** Which files of a folder the creation rules are for, by their names alone. */
public final class RuleFileFilter {
  private final Session session;
  private final Overrides given;

  /** By the configuration of one command line. */
  public RuleFileFilter(Session session, Overrides given) {
    this.session = session;
    this.given = given;
  }

  /**
   * Whether a file is to be encrypted. A rule without {@code path_regex} means every file that has
   * keys and values, but not, for instance, pictures. The same if there is no rule at all.
   */
  public boolean contain(Path file) {
    Optional<ConfigFile> config = session.config(given);
    boolean structured = structured(file);
    return config.map(c -> c.wants(file, structured)).orElse(structured);
  }

  /** Whether a rule is for a file. */
  public boolean match(Path file) {
    return session
        .config(given)
        .filter(ConfigFile::hasRules)
        .map(config -> config.wants(file, structured(file)))
        .orElse(false);
  }

  private boolean structured(Path file) {
    return session.formats().forFile(file.getFileName().toString())
        != session.formats().forFile("");
  }
}
