package dev.sealconf.cli;

import dev.sealconf.cli.command.VersionCommand;
import dev.sealconf.cli.option.KnownWords;
import dev.sealconf.cli.option.Options;
import dev.sealconf.cli.option.TopLevelFlags;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Turns a command line that does not start with a verb into one that does: SOPS's older form
 * ({@code sops -d file}), and flags in front of the verb ({@code sops --config f decrypt file}).
 * Flags that the verb does not have are dropped, as SOPS does.
 */
final class LegacyForm {
  private static final String SET = "set";
  private static final List<String> MODES = List.of("encrypt", "decrypt", "rotate", SET);

  private final World world;
  private final Commands commands;

  LegacyForm(World world, Commands commands) {
    this.world = world;
    this.commands = commands;
  }

  /** The verb and what follows it. */
  List<String> translate(List<String> args) {
    TopLevelFlags flags = TopLevelFlags.scan(everyFlag(), args, commands::isVerb);
    if (!flags.rest().isEmpty()) {
      return join(flags.rest().get(0), flags, flags.rest().subList(1, flags.rest().size()));
    }
    if (flags.isOn("version")) {
      return List.of(VersionCommand.NAME);
    }
    if (flags.isOn("help")) {
      return List.of("help");
    }
    return legacy(flags);
  }

  private List<String> legacy(TopLevelFlags flags) {
    List<String> modes = MODES.stream().filter(flags::isOn).toList();
    if (modes.size() > 1) {
      throw new UsageFailure.Conflict(
          "--" + modes.get(0) + " and --" + modes.get(1) + " can't be used together");
    }
    if (flags.words().isEmpty()) {
      throw new UsageFailure.NoFile("no file specified").hint("sealconf help lists the commands");
    }
    if (modes.isEmpty()) {
      String first = flags.words().get(0);
      boolean meant = flags.given().isEmpty() || KnownWords.command(first).isPresent();
      boolean slip = meant && Files.notExists(world.resolve(first));
      return slip ? flags.words() : List.of("edit");
    }
    refuseMissing(modes.get(0), flags);
    List<String> tail = new ArrayList<>(List.of("--"));
    tail.addAll(flags.words());
    if (modes.get(0).equals(SET)) {
      tail.addAll(pathAndValue(flags.last(SET)));
    }
    return join(modes.get(0), flags, tail);
  }

  /** In this form SOPS has another exit code for a file that it can't rotate than in the verb. */
  private void refuseMissing(String verb, TopLevelFlags flags) {
    String file = flags.words().get(0);
    boolean changesKeys = flags.given().stream().anyMatch(f -> f.getKey().matches("(add|rm)-.*"));
    if (verb.equals("rotate") && !changesKeys && Files.notExists(world.resolve(file))) {
      throw new FileFailure.Missing(world.shown(world.resolve(file)) + " does not exist", "");
    }
  }

  /** Splits {@code ["a"]["b"] "value"} after the path. */
  private static List<String> pathAndValue(String text) {
    int end = text.indexOf("] ");
    if (end < 0) {
      throw new UsageFailure.InvalidValue("--set needs a path and a JSON value")
          .hint("--set '[\"database\"][\"password\"] \"value\"'");
    }
    return List.of(text.substring(0, end + 1), text.substring(end + 2));
  }

  private List<String> join(String verb, TopLevelFlags flags, List<String> tail) {
    List<String> args = new ArrayList<>(List.of(verb));
    commands
        .named(verb)
        .ifPresent(command -> args.addAll(flags.knownTo(command.spec().optionsMap().keySet())));
    args.addAll(tail);
    return args;
  }

  /** A command with the flags of all the verbs that SOPS has at its top level. */
  private CommandSpec everyFlag() {
    CommandSpec all = Options.command(Options.PROGRAM, "");
    all.addOption(Options.flag("", "e", "encrypt"));
    all.addOption(Options.flag("", "d", "decrypt"));
    all.addOption(Options.flag("", "r", "rotate"));
    all.addOption(Options.value("", "", SET));
    all.addOption(Options.flag("", "s", "show-master-keys"));
    all.addOption(Options.flag("", "v", "version"));
    for (String verb : MODES) {
      for (OptionSpec option : commands.named(verb).orElseThrow().spec().options()) {
        if (!all.optionsMap().containsKey(option.longestName())) {
          all.addOption(OptionSpec.builder(option).build());
        }
      }
    }
    return all;
  }
}
