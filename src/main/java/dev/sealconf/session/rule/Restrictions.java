package dev.sealconf.session.rule;

import dev.sealconf.config.ConfigFile;
import dev.sealconf.config.ConfigLocator;
import dev.sealconf.config.CreationRule;
import dev.sealconf.operation.Policy;
import dev.sealconf.operation.file.Strictness;
import dev.sealconf.operation.guard.Concerns;
import dev.sealconf.operation.guard.RuleTerms;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What configuration files require of sealed files. In addition to the configuration in use, which
 * is searched for from the working directory, the one nearest to a file applies, so that it
 * protects the file whatever the working directory is. If the user names a configuration, only that
 * one applies. Thread-safe.
 */
public final class Restrictions {
  private final Session session;
  private final Overrides given;
  private final Map<Path, Optional<ConfigFile>> nearest = new HashMap<>();

  /** Reads the restrictions for one command line. */
  public Restrictions(Session session, Overrides given) {
    this.session = session;
    this.given = given;
  }

  /**
   * Returns how strict opening a file must be.
   *
   * @param file absolute; need not exist
   */
  public Strictness strictness(Path file) {
    boolean required = requireSeal(session.config(given)) || requireSeal(near(real(file)));
    return new Strictness(given.on("ignore-mac"), required);
  }

  private static boolean requireSeal(Optional<ConfigFile> config) {
    return config.isPresent() && config.get().requireSeal();
  }

  /**
   * Returns what the creation rules say about a file.
   *
   * @param file absolute; need not exist
   * @param accepted what the user has accepted in it
   * @throws dev.sealconf.error.SealconfException with exit code 61 if a regular expression of a
   *     rule is malformed
   */
  public Policy policy(Path file, Set<Concerns> accepted) {
    List<RuleTerms> rules = new ArrayList<>();
    session
        .config(given)
        .flatMap(config -> config.firstRule(file))
        .ifPresent(rule -> rules.add(new TermsOfRule(rule, session.providers())));
    nearestRule(file).ifPresent(rule -> rules.add(new TermsOfRule(rule, session.providers())));
    boolean asks = !session.calledAs().equals("sops");
    return new Policy(rules, given.on("yes"), accepted, asks);
  }

  /**
   * Returns the file's creation rule in the nearest configuration, unless that is the one in use.
   *
   * @param file absolute; need not exist
   */
  public Optional<CreationRule> nearestRule(Path file) {
    Path real = real(file);
    return near(real).flatMap(config -> config.firstRule(real));
  }

  /** Returns the configuration nearest to a file, unless it is the one in use. */
  private synchronized Optional<ConfigFile> near(Path file) {
    if (given.textOr("config", Session.CONFIG_VARIABLE, session.world()).isPresent()) {
      return Optional.empty();
    }
    Path folder = Files.isDirectory(file) ? file : file.getParent();
    if (folder == null) {
      return Optional.empty();
    }
    if (!nearest.containsKey(folder)) {
      nearest.put(folder, configurationAbove(folder));
    }
    return nearest.get(folder);
  }

  private Optional<ConfigFile> configurationAbove(Path folder) {
    ConfigLocator locator = new ConfigLocator(session.world());
    Optional<Path> file = locator.nearest(folder);
    Optional<ConfigFile> inUse = session.config(given);
    if (file.isEmpty() || inUse.isPresent() && real(file.get()).equals(real(inUse.get().file()))) {
      return Optional.empty();
    }
    ConfigFile config = locator.read(file.get(), folder);
    for (String mistake : config.mistakesInProtection()) {
      session.world().tell().warn(mistake);
    }
    return Optional.of(config);
  }

  /** Resolves all links. For a file that does not exist, resolves its folder. */
  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      Path folder = file.getParent();
      return folder == null || folder.equals(file) || file.getFileName() == null
          ? file
          : real(folder).resolve(file.getFileName());
    }
  }
}
