package dev.sealconf.git.guard.settings;

import dev.sealconf.config.ConfigFile;
import dev.sealconf.config.ConfigLocator;
import dev.sealconf.config.CreationRule;
import dev.sealconf.git.guard.finding.FileVersion;
import dev.sealconf.git.guard.finding.Finding;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds all {@code .sops.yaml} and {@code .gitattributes} of one commit or of the index. */
public final class Settings {
  static final String ATTRIBUTES = ".gitattributes";

  /** Files that git or this program has to read as they are. */
  private static final Set<String> NEVER_ENCRYPTED =
      Set.of(ConfigLocator.NAME, ATTRIBUTES, ".gitignore", ".gitmodules");

  private final List<RuleFile> ruleFiles;
  private final Attributes attributes;
  private final List<Finding> problems;

  /**
   * Creates settings.
   *
   * @param ruleFiles the deepest first
   */
  Settings(List<RuleFile> ruleFiles, Attributes attributes, List<Finding> problems) {
    this.ruleFiles = List.copyOf(ruleFiles);
    this.attributes = attributes;
    this.problems = List.copyOf(problems);
  }

  /** Returns whether a path is that of a settings file. */
  public static boolean contain(String path) {
    String name = FileVersion.lastName(path);
    return name.equals(ConfigLocator.NAME) || name.equals(ATTRIBUTES);
  }

  /** Returns a finding for each settings file that can't be used. */
  public List<Finding> problems() {
    return problems;
  }

  /** Prepares the answers for many paths. */
  public void ask(Collection<String> paths) {
    attributes.ask(paths);
  }

  /** Returns whether the filter would encrypt a settings file, which then nothing could read. */
  public boolean filterSettings(String path) {
    return contain(path) && attributes.filtered(path);
  }

  /** Returns what is demanded of a path. */
  public Demand demand(String path) {
    boolean never = NEVER_ENCRYPTED.contains(FileVersion.lastName(path));
    String attribute = never ? "" : attributes.demanding(path);
    String reason = attribute.isEmpty() ? "" : "the attribute " + attribute;
    Optional<CreationRule> nearest = Optional.empty();
    boolean requiresSeal = false;
    for (RuleFile file : ruleFiles) {
      if (file.covers(path)) {
        Optional<CreationRule> rule = file.rule(path);
        if (nearest.isEmpty()) {
          nearest = rule;
        }
        if (!never && reason.isEmpty() && rule.filter(RuleFile::demands).isPresent()) {
          reason = file.name(rule.get());
        }
        requiresSeal |= file.config().requireSeal();
      }
    }
    return new Demand(
        attributes.exempt(path),
        reason,
        !attribute.isEmpty(),
        attributes.filtered(path),
        nearest,
        requiresSeal);
  }

  /** Returns what is demanded of a path by these settings, or by later ones that also count. */
  public Demand demand(String path, Settings later) {
    Demand now = demand(path);
    return later == this ? now : now.and(later.demand(path));
  }

  /** Checks whether all of a configuration can be read. */
  static void require(ConfigFile config) {
    config.requireSeal();
    config.firstRuleFor("");
  }
}
