package dev.sealconf.config;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.sealconf.envelope.selection.RulePattern;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.envelope.selection.Selector;
import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.ring.ExampleRecipient;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.spi.KeyProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An entry in {@code creation_rules}: which files it matches, and how to encrypt them. */
public final class CreationRule {
  private final int number;
  private final Setting.Table settings;
  private final Pattern path;
  private final List<Selection> selections;

  /**
   * Reads a rule and checks its regular expressions.
   *
   * @param number counted from 1, for messages
   * @throws SealconfException a {@code ConfigFailure.InvalidPattern} if an expression is malformed
   */
  CreationRule(int number, Setting.Table settings) {
    this.number = number;
    this.settings = settings;
    this.path = settings.text("path_regex").map(this::compile).orElse(null);
    this.selections = new ArrayList<>();
    for (Selection.Kind kind : Selection.Kind.values()) {
      if (kind != Selection.Kind.UNSAID) {
        settings
            .text(kind.field())
            .ifPresent(text -> selections.add(checked(new Selection(kind, text))));
      }
    }
  }

  /** Returns whether the rule matches a file. {@code docs/compatibility.md} describes the path. */
  boolean matches(String file) {
    return path == null || path.matcher(file).find();
  }

  /**
   * Returns the part of a path that {@code path_regex} matches, or empty if the rule matches every
   * file.
   */
  public Optional<String> matchedPart(String file) {
    if (path == null) {
      return Optional.empty();
    }
    Matcher matcher = path.matcher(file);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  /** Returns {@code path_regex}, if the rule has one. */
  public Optional<String> pathRegex() {
    return Optional.ofNullable(path).map(Pattern::pattern);
  }

  /** Returns whether the rule has a {@code path_regex}. */
  boolean hasPath() {
    return path != null;
  }

  /** Returns the rule's number in messages, counted from 1. */
  public int number() {
    return number;
  }

  /** Returns where the rule is in the file. */
  public Location where() {
    return settings.where();
  }

  /**
   * Returns which values to encrypt, if the rule says so.
   *
   * @throws SealconfException a {@code ConfigFailure.Invalid} if the rule has more than one such
   *     setting
   */
  public Optional<Selection> selection() {
    if (selections.size() > 1) {
      String fields =
          selections.stream().map(s -> s.kind().field()).collect(Collectors.joining(", "));
      throw new ConfigFailure.Invalid("rule " + number + " can't have more than one of " + fields)
          .at(where());
    }
    return selections.stream().findFirst();
  }

  /** Returns whether the MAC covers only encrypted values. */
  public boolean macOnlyEncrypted() {
    return settings.bool("mac_only_encrypted", false);
  }

  /** Returns the keys that must have values in files that match this rule. */
  List<RequiredKey> requiredKeys() {
    return RequiredKeyReader.read(settings.table("sealconf"));
  }

  /** Returns the number of groups needed to decrypt, or 0 if the rule doesn't say. */
  public int threshold() {
    return settings.number("shamir_threshold").orElse(0);
  }

  /**
   * Returns the keys to encrypt for.
   *
   * @throws SealconfException if the rule or one of its groups has no key, a key is malformed, or
   *     its kind has no provider
   */
  public List<KeyGroup> groups(KeyProviders providers) {
    List<KeyGroup> groups = new KeyGroupReader(providers).groups(settings);
    if (groups.stream().anyMatch(group -> group.masterKeys().isEmpty())) {
      throw new ConfigFailure.EmptyKeyGroup(
              "rule " + number + " has no key, or has an empty key group")
          .at(where())
          .hint(
              "add a line such as  "
                  + new ExampleRecipient(providers).ruleField()
                  + "  to the rule");
    }
    return groups;
  }

  /**
   * Returns the keys of one provider in all groups of the rule; empty if it names none.
   *
   * @throws SealconfException if one is malformed
   */
  public List<MasterKey> keysOf(KeyProvider provider) {
    return new KeyGroupReader(new KeyProviders(List.of(provider)))
        .groups(settings).stream().flatMap(group -> group.masterKeys().stream()).toList();
  }

  /** Checks the types of the fields, as SOPS does whenever it reads the file. */
  static void check(Setting.Table settings) {
    settings.number("shamir_threshold");
    settings.bool("mac_only_encrypted", false);
    settings.text("path_regex");
    settings.items("key_groups");
  }

  private Selection checked(Selection selection) {
    String field = selection.kind().field();
    try {
      Selector.of(selection);
      return selection;
    } catch (SealconfException e) {
      throw malformed(field);
    }
  }

  private Pattern compile(String expression) {
    try {
      return RulePattern.compile(expression);
    } catch (PatternSyntaxException e) {
      SealconfException failure = malformed("path_regex");
      throw PathGlob.meant(expression)
          .map(
              meant ->
                  failure.hint("as a regular expression, this glob is " + Printable.quote(meant)))
          .orElse(failure);
    }
  }

  private SealconfException malformed(String field) {
    return new ConfigFailure.InvalidPattern(
            field + " of rule " + number + " is not a valid pattern")
        .at(settings.entry(field).orElse(settings).where())
        .hint("patterns are RE2: look for unbalanced brackets, look-around and back-references");
  }
}
