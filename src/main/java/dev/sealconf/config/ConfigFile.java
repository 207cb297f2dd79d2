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

/** A {@code .sops.yaml}. Fields it does not know are ignored, as SOPS does. */
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
   * What is probably a mistake in the rules: fields that nothing reads, and rules that no file can
   * match. One warning a line, safe to print.
   */
  public List<String> mistakes(KeyProviders providers) {
    List<String> warnings = new ArrayList<>(UnknownFields.of(settings, providers));
    warnings.addAll(UnusedRules.of(file.getParent(), settings.items(RULES).orElse(List.of())));
    return warnings;
  }

  /** Likewise for the fields that say how files are protected, and that concern every command. */
  public List<String> mistakesInProtection() {
    return UnknownFields.ofOwnSection(settings);
  }

  /** How files are printed in a new layout. */
  public StoreSettings stores() {
    return stores;
  }

  /** Whether a file without the {@code sealconf} field is refused on decryption; no by default. */
  public boolean requireSeal() {
    return own.bool("require_seal", false);
  }

  /** Whether the {@code sealconf} field is written; yes by default. */
  public boolean seal() {
    return own.bool("seal", true);
  }

  /**
   * Whether {@code encrypt} keeps the data key of the file it replaces although sealed values
   * changed; no by default.
   */
  public boolean reuse() {
    return own.bool("reuse", false);
  }

  /**
   * The keys that must have values before a program starts: for all files, and for those of the
   * first rule for this one.
   *
   * @param target absolute; need not exist
   * @throws SealconfException with 1 or 61 if a demand can't be read
   */
  public List<RequiredKey> requiredKeys(Path target) {
    List<RequiredKey> keys = new ArrayList<>(RequiredKeyReader.read(own));
    firstRule(target).ifPresent(rule -> keys.addAll(rule.requiredKeys()));
    return keys;
  }

  /**
   * The first rule for a file; empty if the configuration has no rules at all.
   *
   * @param target absolute; need not exist
   * @throws SealconfException with 1 if there are rules and none is for it, with 61 if a regular
   *     expression of any rule is malformed
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

  /** Where the file is, absolute. */
  public Path file() {
    return file;
  }

  /** What the user calls the file. */
  public String name() {
    return settings.where().file();
  }

  /** The number of creation rules. */
  public int ruleCount() {
    return settings.items(RULES).orElse(List.of()).size();
  }

  /** What people call the recipients in it. */
  public RecipientLabels labels() {
    return RecipientLabels.in(bytes);
  }

  /** Whether there are creation rules at all, be it an empty list of them. */
  public boolean hasRules() {
    return settings.items(RULES).isPresent();
  }

  /**
   * The first rule for a file, if there is one.
   *
   * @param target absolute; need not exist
   * @throws SealconfException with 61 if a regular expression of any rule is malformed
   */
  public synchronized Optional<CreationRule> firstRule(Path target) {
    String path = matchedPath(target);
    return rules().stream().filter(rule -> rule.matches(path)).findFirst();
  }

  /**
   * Whether a file in a folder is meant: the first rule for it says so by its path, or is for all
   * and the file is {@code structured}, which is to say has keys and values.
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
   * The master keys that any rule names, as far as they can be read: what the repository is known
   * to use.
   */
  public synchronized List<MasterKey> namedKeys(KeyProviders providers) {
    List<MasterKey> keys = new ArrayList<>();
    for (CreationRule rule : rules()) {
      try {
        rule.groups(providers).forEach(group -> keys.addAll(group.masterKeys()));
      } catch (SealconfException e) {
        continue; // said when the rule is used
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

  /** The path that rules match: relative to the configuration's folder if it lies below it. */
  public String matchedPath(Path target) {
    String folder = file.getParent() + file.getFileSystem().getSeparator();
    String path = target.toString();
    return path.startsWith(folder) ? path.substring(folder.length()) : path;
  }
}
