package dev.sealconf.cli;

import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.command.VersionCommand;
import dev.sealconf.cli.option.KnownWords;
import dev.sealconf.cli.option.TopLevelFlags;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rewrites a command line that does not start with a verb: SOPS's older form ({@code sops -d
 * file}), and flags before the verb ({@code sops --config f decrypt file}). Like SOPS, it drops
 * flags that the verb does not have.
 */
final class LegacyForm {
  private static final String SET = EveryFlag.SET;
  private static final String EDIT = EveryFlag.EDIT;

  private final World world;
  private final Commands commands;

  LegacyForm(World world, Commands commands) {
    this.world = world;
    this.commands = commands;
  }

  /** Returns the verb and what follows it. */
  List<String> translate(List<String> args) {
    TopLevelFlags flags = TopLevelFlags.scan(new EveryFlag(commands), args);
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
    List<String> modes = new ArrayList<>();
    for (String mode : EveryFlag.MODES) {
      if (flags.isOn(mode)) {
        modes.add(mode);
      }
    }
    if (modes.size() > 1) {
      throw new UsageFailure.Conflict(
          "--" + modes.get(0) + " and --" + modes.get(1) + " can't be used together");
    }
    if (flags.words().isEmpty()) {
      throw new UsageFailure.NoFile("no file specified").hint("sealconf help lists the commands");
    }
    List<String> tail = new ArrayList<>(List.of("--"));
    tail.addAll(flags.words());
    if (modes.isEmpty()) {
      return isSlip(flags) ? flags.words() : join(EDIT, flags, tail);
    }
    refuseMissing(modes.get(0), flags);
    if (modes.get(0).equals(SET)) {
      tail.addAll(pathAndValue(flags.last(SET)));
    }
    return join(modes.get(0), flags, tail);
  }

  /**
   * Returns whether the first word is probably a mistyped command: it is not a file and does not
   * look like one.
   */
  private boolean isSlip(TopLevelFlags flags) {
    String first = flags.words().get(0);
    boolean meant = flags.given().isEmpty() || KnownWords.command(first).isPresent();
    return meant && !first.matches(".*[./].*") && Files.notExists(world.resolve(first));
  }

  /**
   * Refuses a missing file. In this form, SOPS's exit code for a file that it can't rotate differs
   * from the verb's.
   */
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
    Optional<Command> command = commands.named(verb);
    if (command.isPresent()) {
      args.addAll(flags.knownTo(command.get().declared()));
    }
    args.addAll(tail);
    return args;
  }
}
