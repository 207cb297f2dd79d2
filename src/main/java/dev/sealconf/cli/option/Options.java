package dev.sealconf.cli.option;

import dev.sealconf.session.GoBoolean;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * Makes option specs that follow Go's flag syntax: one dash or two, {@code --flag value} or {@code
 * --flag=value}, no clusters, the last one wins. Nothing here is annotated, so nothing is reflected
 * upon when the program starts.
 */
public final class Options {
  /** The name of the program. */
  public static final String PROGRAM = "sealconf";

  private Options() {}

  /** An empty command of this name, ready for options. */
  public static CommandSpec command(String name, String summary) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(summary);
    spec.parser()
        .posixClusteredShortOptionsAllowed(false)
        .overwrittenOptionsAllowed(true)
        .allowOptionsAsOptionParameters(true)
        .aritySatisfiedByAttachedOptionParam(true)
        .limitSplit(true);
    return spec;
  }

  /** An option that is there or not; {@code names} without dashes. */
  public static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(dashed(names))
        .type(boolean.class)
        .converters(new BooleanWord())
        .description(description)
        .build();
  }

  /** An option with a value; {@code names} without dashes. */
  public static OptionSpec value(String label, String description, String... names) {
    return OptionSpec.builder(dashed(names))
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** Like {@link #value}, may be given more than once; its text is all of them with commas. */
  public static OptionSpec values(String label, String description, String... names) {
    return OptionSpec.builder(dashed(names))
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** Like {@link #value}, taken from an environment variable if not given. */
  public static OptionSpec valueOr(
      String environment, String label, String description, String... names) {
    return OptionSpec.builder(dashed(names))
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description, "Default: $" + environment)
        .build();
  }

  /** Like {@link #valueOr}, and may be given several times. */
  public static OptionSpec valuesOr(
      String environment, String label, String description, String... names) {
    return OptionSpec.builder(dashed(names))
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description, "Default: $" + environment)
        .build();
  }

  /** Adds options that help shows together, below this title. */
  static void group(CommandSpec spec, String title, Consumer<CommandSpec> options) {
    CommandSpec part = CommandSpec.create();
    options.accept(part);
    part.options()
        .forEach(option -> spec.addOption(option.toBuilder().descriptionKey(title).build()));
  }

  /** The title of the group that an option belongs to; empty for one of its command alone. */
  public static String groupOf(OptionSpec option) {
    return option.descriptionKey() == null ? "" : option.descriptionKey();
  }

  /** The words of a command that are not options. */
  public static PositionalParamSpec words(String label, String description) {
    return PositionalParamSpec.builder()
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("0..*")
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** Words to choose from; completion offers them. */
  public static PositionalParamSpec choice(String label, String description, List<String> words) {
    return words(label, description).toBuilder().descriptionKey(String.join("|", words)).build();
  }

  /** The names as they are documented: one dash for a letter, two for a word. */
  public static List<String> documentedNames(OptionSpec option) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : option.names()) {
      names.add(documented(bare(name)));
    }
    List<String> sorted = new ArrayList<>(names);
    sorted.sort((a, b) -> Integer.compare(a.length() == 2 ? 0 : 1, b.length() == 2 ? 0 : 1));
    return sorted;
  }

  /** {@code -x} or {@code --word} for a name without dashes. */
  public static String documented(String bare) {
    return bare.length() == 1 ? "-" + bare : "--" + bare;
  }

  /** A name without its dashes. */
  public static String bare(String name) {
    return name.startsWith("--") ? name.substring(2) : name.substring(1);
  }

  /** Whether the option is followed by a value. */
  public static boolean takesValue(OptionSpec option) {
    return option.type() != boolean.class;
  }

  private static String[] dashed(String... names) {
    String[] all = new String[names.length * 2];
    for (int i = 0; i < names.length; i++) {
      all[2 * i] = documented(names[i]);
      all[2 * i + 1] = names[i].length() == 1 ? "--" + names[i] : "-" + names[i];
    }
    return all;
  }

  private static final class BooleanWord implements ITypeConverter<Boolean> {
    @Override
    public Boolean convert(String word) {
      return GoBoolean.of(word).orElseThrow(() -> new TypeConversionException("not a boolean"));
    }
  }
}
