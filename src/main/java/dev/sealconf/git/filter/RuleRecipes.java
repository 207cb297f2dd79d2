package dev.sealconf.git.filter;

import dev.sealconf.config.ConfigLocator;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.operation.Policy;
import dev.sealconf.operation.Recipe;
import dev.sealconf.operation.file.Strictness;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.rule.Recipes;
import dev.sealconf.session.rule.Restrictions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What creation rules say about files, by the {@code .sops.yaml} nearest to each file: git starts a
 * filter at the top of the work tree, wherever the user works. For one thread.
 */
final class RuleRecipes implements AutoCloseable {
  private final Session session;
  private final Map<String, Rules> byConfig = new HashMap<>();

  /** The rules of one configuration file, read when they are first needed. */
  private static final class Rules {
    private final Session session;
    private final Overrides given;
    private final Restrictions restrictions;
    private Recipes recipes;

    Rules(Session session, Overrides given) {
      this.session = session;
      this.given = given;
      this.restrictions = new Restrictions(session, given);
    }

    Recipes recipes() {
      if (recipes == null) {
        recipes = new Recipes(session, given);
      }
      return recipes;
    }
  }

  RuleRecipes(Session session) {
    this.session = session;
  }

  /**
   * Returns how a new file is encrypted.
   *
   * @throws dev.sealconf.error.SealconfException if no rule says so
   */
  Recipe recipe(Path file, DocumentFormat format) {
    return rules(file).recipes().recipe(file, format);
  }

  /** Returns what the rules demand of a change of the file. */
  Policy policy(Path file) {
    return rules(file).restrictions.policy(file, Set.of());
  }

  /** Returns what opening the file insists on. */
  Strictness strictness(Path file) {
    return rules(file).restrictions.strictness(file);
  }

  private Rules rules(Path file) {
    Optional<Path> config =
        session.world().variable(Session.CONFIG_VARIABLE).isPresent() || file.getParent() == null
            ? Optional.empty()
            : new ConfigLocator(session.world()).nearest(file.getParent());
    String name = config.map(Path::toString).orElse("");
    Rules known = byConfig.get(name);
    if (known == null) {
      Overrides given = Overrides.NONE.with("allow-nothing-encrypted", "true");
      if (!name.isEmpty()) {
        given = given.with("config", name);
      }
      known = new Rules(new Session(session.world(), session.calledAs()), given);
      byConfig.put(name, known);
    }
    return known;
  }

  @Override
  public void close() {
    byConfig.values().forEach(rules -> rules.session.close());
  }
}
