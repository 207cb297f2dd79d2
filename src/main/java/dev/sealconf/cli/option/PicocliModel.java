package dev.sealconf.cli.option;

import dev.sealconf.session.GoBoolean;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * Converts a declared command to a picocli model. Help, the manual page, completion and suggestions
 * are made from it, and tests parse command lines with it. A successful run needs none of these, so
 * it loads no class of picocli, which would take 20 to 35 ms.
 */
public final class PicocliModel {
  private PicocliModel() {}

  /**
   * Returns the model.
   *
   * @param examples lines below the help of the command
   */
  public static picocli.CommandLine.Model.CommandSpec of(
      CommandSpec declared, List<String> examples) {
    picocli.CommandLine.Model.CommandSpec model =
        picocli.CommandLine.Model.CommandSpec.create().name(declared.name());
    model.usageMessage().description(declared.summary()).footer(examples.toArray(String[]::new));
    model
        .parser()
        .posixClusteredShortOptionsAllowed(false)
        .overwrittenOptionsAllowed(true)
        .allowOptionsAsOptionParameters(true)
        .aritySatisfiedByAttachedOptionParam(true)
        .limitSplit(true);
    for (Flag flag : declared.flags()) {
      model.addOption(option(flag));
    }
    for (Words words : declared.words()) {
      model.addPositional(positional(words));
    }
    return model;
  }

  private static PositionalParamSpec positional(Words words) {
    return PositionalParamSpec.builder()
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("0..*")
        .paramLabel(words.label())
        .description(words.description().text())
        .descriptionKey(String.join("|", words.choices()))
        .build();
  }

  private static OptionSpec option(Flag flag) {
    List<String> names = new ArrayList<>();
    for (String name : flag.names()) {
      names.add(Options.documented(name));
      names.add(name.length() == 1 ? "--" + name : "-" + name);
    }
    OptionSpec.Builder option =
        OptionSpec.builder(names.toArray(String[]::new))
            .hidden(flag.hidden())
            .descriptionKey(flag.group())
            .description(description(flag));
    return switch (flag.takes()) {
      case NOTHING -> option.type(boolean.class).converters(new BooleanWord()).build();
      case VALUE -> option.type(String.class).arity("1").paramLabel(flag.label()).build();
      case VALUES ->
          option
              .type(List.class)
              .auxiliaryTypes(String.class)
              .arity("1")
              .paramLabel(flag.label())
              .build();
    };
  }

  private static String[] description(Flag flag) {
    String text = flag.description().text();
    return flag.environment().isEmpty()
        ? new String[] {text}
        : new String[] {text, "Default: $" + flag.environment()};
  }

  /** Returns the title of an option's group; empty for the command's own options. */
  public static String groupOf(OptionSpec option) {
    return option.descriptionKey();
  }

  /** Returns the choices for a positional parameter; empty if it can be anything. */
  public static List<String> choicesOf(PositionalParamSpec words) {
    return words.descriptionKey().isEmpty()
        ? List.of()
        : List.of(words.descriptionKey().split("\\|"));
  }

  /** Returns the documented names: one dash for a letter, two for a word. */
  public static List<String> documentedNames(OptionSpec option) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : option.names()) {
      names.add(Options.documented(Options.bare(name)));
    }
    List<String> sorted = new ArrayList<>(names);
    sorted.sort((a, b) -> Integer.compare(a.length() == 2 ? 0 : 1, b.length() == 2 ? 0 : 1));
    return sorted;
  }

  /** Returns whether the option takes a value. */
  public static boolean takesValue(OptionSpec option) {
    return option.type() != boolean.class;
  }

  private static final class BooleanWord implements ITypeConverter<Boolean> {
    @Override
    public Boolean convert(String word) {
      return GoBoolean.of(word).orElseThrow(() -> new TypeConversionException("not a boolean"));
    }
  }
}
