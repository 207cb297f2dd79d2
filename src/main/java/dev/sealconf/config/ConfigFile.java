package dev.sealconf.config;

import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.ring.KeyProviders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@code .sops.yaml} file. Unknown fields are ignored, as in SOPS. */
public final class ConfigFile {
  private static final String RULES = "creation_rules";

  private final Path file;
  private final Setting.Table settings;
  private final byte[] bytes;
  private final Setting.Table own;
  private final StoreSettings stores;
  private List<CreationRule> rules;

  private ConfigFile(Path file, byte[] bytes, Setting.Table settings) {
    this.file = file;
    this.bytes = bytes;
    this.settings = settings;
    this.own = settings.table("sealconf");
    this.stores = StoreSettings.of(settings.table("stores"));
    for (Setting rule : settings.items(RULES).orElse(List.of())) {
      CreationRule.check(rule.asTable(RULES));
    }
  }

  /**
   * A configuration that is not in the file system, such as one in a commit. Its rules are asked
   * with {@link #firstRuleFor}.
   *
   * @param name for messages
   * @throws SealconfException with 1 if it can't be read
   */
  public static ConfigFile of(String name, byte[] bytes) {
    return parse(Path.of(ConfigLocator.NAME).toAbsolutePath(), name, bytes);
  }

  static ConfigFile parse(Path file, String name, byte[] bytes) {
    Setting root = SettingReader.read(name, bytes);
    return new ConfigFile(
        file,
        bytes,
        root instanceof Setting.Absent
            ? new Setting.Table(Map.of(), root.where())
            : root.asTable("the file"));
  }

  /**
   * Returns warnings about likely mistakes in the rules: fields that nothing reads, and rules that
   * can't match any file. Each warning is one line, safe to print.
   */
  public List<String> mistakes(KeyProviders providers) {
    List<String> warnings = new ArrayList<>(UnknownFields.of(settings, providers));
    warnings.addAll(UnusedRules.of(file.getParent(), settings.items(RULES).orElse(List.of())));
    return warnings;
  }

  /**
   * Returns warnings about the fields that say how files are protected, which concern every
   * command.
   */
  public List<String> mistakesInProtection() {
    return UnknownFields.ofOwnSection(settings);
  }

  /** Returns how to lay out files that are printed from scratch. */
  public StoreSettings stores() {
    return stores;
  }

  /**
   * Returns whether decryption refuses a file without the {@code sealconf} field; no by default.
   */
  public boolean requireSeal() {
    return own.bool("require_seal", false);
  }

  /** Returns whether to write the {@code sealconf} field; yes by default. */
  public boolean seal() {
    return own.bool("seal", true);
  }

  /**
   * Returns whether {@code encrypt} keeps the data key of the file it replaces even if encrypted
   * values changed; no by default.
   */
  public boolean reuse() {
    return own.bool("reuse", false);
  }

  /**
   * Returns the keys that must have values before a program starts: those required for all files,
   * and those of the first rule that matches this file.
   *
   * @param target absolute; need not exist
   * @throws SealconfException a {@code ConfigFailure} if a requirement can't be read
   */
  public List<RequiredKey> requiredKeys(Path target) {
    List<RequiredKey> keys = new ArrayList<>(RequiredKeyReader.read(own));
    firstRule(target).ifPresent(rule -> keys.addAll(rule.requiredKeys()));
    return keys;
  }

  /**
   * Returns the first rule that matches a file, or empty if the configuration has no rules at all.
   *
   * @param target absolute; need not exist
   * @throws SealconfException a {@code ConfigFailure.NoMatchingRule} if there are rules but none
   *     matches, or a {@code ConfigFailure.InvalidPattern} if any rule has a malformed regular
   *     expression
   */
  public synchronized Optional<CreationRule> ruleFor(Path target) {
    if (!hasRules()) {
      return Optional.empty();
    }
    Optional<CreationRule> rule = firstRule(target);
    if (rule.isEmpty()) {
      throw new ConfigFailure.NoMatchingRule("no creation rule matches this file")
          .hint("a path_regex must match " + Printable.quote(matchedPath(target)))
          .at(Location.of(settings.where().file()));
    }
    return rule;
  }

  /** Returns the file's absolute path. */
  public Path file() {
    return file;
  }

  /** Returns the file's name in messages. */
  public String name() {
    return settings.where().file();
  }

  /** Returns the number of creation rules. */
  public int ruleCount() {
    return settings.items(RULES).orElse(List.of()).size();
  }

  /** The {@code path_regex} of each creation rule in order; empty for a rule without one. */
  public synchronized List<Optional<String>> pathExpressions() {
    return rules().stream().map(CreationRule::pathRegex).toList();
  }

  /** Returns the labels of the recipients in the file. */
  public RecipientLabels labels() {
    return RecipientLabels.in(bytes);
  }

  /** Returns whether the file has creation rules, even an empty list of them. */
  public boolean hasRules() {
    return settings.items(RULES).isPresent();
  }

  /**
   * Returns the first rule that matches a file, if any.
   *
   * @param target absolute; need not exist
   * @throws SealconfException a {@code ConfigFailure.InvalidPattern} if any rule has a malformed
   *     regular expression
   */
  public Optional<CreationRule> firstRule(Path target) {
    return firstRuleFor(matchedPath(target));
  }

  /**
   * The same for a path that is relative to the folder of the configuration, with slashes.
   *
   * @throws SealconfException with 61 if a regular expression of any rule is malformed
   */
  public synchronized Optional<CreationRule> firstRuleFor(String path) {
    return rules().stream().filter(rule -> rule.matches(path)).findFirst();
  }

  /**
   * Returns whether a command for a whole folder includes this file. It does if the first matching
   * rule has a {@code path_regex}, or if the file is {@code structured} (has keys and values) and
   * the rule matches every file or there are no rules.
   */
  public synchronized boolean wants(Path target, boolean structured) {
    if (settings.items(RULES).isEmpty()) {
      return structured;
    }
    String path = matchedPath(target);
    return rules().stream()
        .filter(rule -> rule.matches(path))
        .findFirst()
        .map(rule -> structured || rule.hasPath())
        .orElse(false);
  }

  /**
   * Returns the master keys in all rules, skipping those that can't be read. These are the keys
   * that the repository is known to use.
   */
  public synchronized List<MasterKey> namedKeys(KeyProviders providers) {
    List<MasterKey> keys = new ArrayList<>();
    for (CreationRule rule : rules()) {
      try {
        rule.groups(providers).forEach(group -> keys.addAll(group.masterKeys()));
      } catch (SealconfException e) {
        continue; // reported when the rule is used
      }
    }
    return keys;
  }

  private List<CreationRule> rules() {
    if (rules == null) {
      rules = new ArrayList<>();
      for (Setting rule : settings.items(RULES).orElse(List.of())) {
        rules.add(new CreationRule(rules.size() + 1, rule.asTable(RULES)));
      }
    }
    return rules;
  }

  /**
   * Returns the path that rules are matched against: relative to the configuration file's folder if
   * the target is below it.
   */
  public String matchedPath(Path target) {
    String folder = file.getParent() + file.getFileSystem().getSeparator();
    String path = target.toString();
    return path.startsWith(folder) ? path.substring(folder.length()) : path;
  }
}
