package dev.sealconf.session.rule;

import dev.sealconf.config.ConfigFile;
import dev.sealconf.config.CreationRule;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.ring.NamedKeys;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Recipients;
import dev.sealconf.session.ResultTarget;
import dev.sealconf.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys that a run's flags, environment and configuration file name. */
public final class NamedByRun implements NamedKeys {
  private static final String OVERRIDE = "filename-override";

  private final Session session;
  private final Overrides given;
  private final Restrictions restrictions;

  /** Reads the keys that these overrides and the run's configuration name. */
  public NamedByRun(Session session, Overrides given) {
    this.session = session;
    this.given = given;
    this.restrictions = new Restrictions(session, given);
  }

  @Override
  public List<MasterKey> byFlags() {
    Recipients recipients = new Recipients(session.providers());
    List<MasterKey> keys = new ArrayList<>(recipients.named(given, session.world()));
    keys.addAll(recipients.changes(given, "add"));
    byRules().forEach(key -> changedByFlags(key, recipients).ifPresent(keys::add));
    return keys;
  }

  /** Returns a key of a rule if flags give it a profile or a context. */
  private Optional<MasterKey> changedByFlags(MasterKey key, Recipients recipients) {
    try {
      return Optional.of(recipients.set(key, given)).filter(set -> !set.equals(key));
    } catch (SealconfException e) {
      return Optional.empty(); // Reported where the rule is used.
    }
  }

  @Override
  public List<MasterKey> byRules() {
    return session
        .config(given)
        .map(config -> config.namedKeys(session.providers()))
        .orElse(List.of());
  }

  @Override
  public List<MasterKey> byRuleFor(String file, KeyProvider provider) {
    return path(file).flatMap(this::rule).map(rule -> rule.keysOf(provider)).orElse(List.of());
  }

  @Override
  public List<MasterKey> byNearestRuleFor(String file, KeyProvider provider) {
    return path(file)
        .flatMap(restrictions::nearestRule)
        .map(rule -> rule.keysOf(provider))
        .orElse(List.of());
  }

  @Override
  public Optional<String> label(MasterKey key) {
    return session.config(given).flatMap(config -> config.labels().of(key));
  }

  private Optional<CreationRule> rule(Path path) {
    return session.config(given).filter(ConfigFile::hasRules).flatMap(c -> c.firstRule(path));
  }

  /**
   * Returns the path that decides on the creation rule; empty for standard input without a name.
   */
  private Optional<Path> path(String file) {
    boolean unnamed = file.isEmpty() || file.equals(ResultTarget.STANDARD_INPUT_NAME);
    return given
        .text(OVERRIDE)
        .or(() -> unnamed ? Optional.empty() : Optional.of(file))
        .map(session.world()::resolve);
  }
}
