package dev.sealconf.cli;

import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.Flag;
import dev.sealconf.cli.option.Options;
import dev.sealconf.cli.option.TopLevelFlags;
import java.util.List;
import java.util.Optional;

/**
 * The flags that SOPS accepts at its top level: its own, and those of the verbs that used to be
 * modes.
 */
final class EveryFlag implements TopLevelFlags.Known {
  /** The mode that takes a value. */
  static final String SET = "set";

  /** The verb that runs if no mode is given. */
  static final String EDIT = "edit";

  /** The verbs that are modes in SOPS's older form. */
  static final List<String> MODES = List.of("encrypt", "decrypt", "rotate", SET);

  /**
   * The same verbs and the one without a mode. Verbs whose flags need no key provider come first.
   */
  private static final List<String> CHEAPEST_FIRST =
      List.of("decrypt", SET, "encrypt", "rotate", EDIT);

  private final Commands commands;
  private final CommandSpec own = own();

  EveryFlag(Commands commands) {
    this.commands = commands;
  }

  private static CommandSpec own() {
    CommandSpec own = Options.command(Options.PROGRAM, "");
    own.add(Options.flag("", "e", "encrypt"));
    own.add(Options.flag("", "d", "decrypt"));
    own.add(Options.flag("", "r", "rotate"));
    own.add(Options.value("", "", SET));
    own.add(Options.flag("", "s", "show-master-keys"));
    own.add(Options.flag("", "v", "version"));
    return own;
  }

  @Override
  public boolean isVerb(String word) {
    return commands.isVerb(word);
  }

  @Override
  public Optional<Flag> named(String bare) {
    Optional<Flag> found = own.flag(bare);
    for (String mode : CHEAPEST_FIRST) {
      if (found.isEmpty()) {
        found = spec(mode).flag(bare);
      }
    }
    return found;
  }

  @Override
  public CommandSpec all() {
    CommandSpec all = own();
    for (String mode : CHEAPEST_FIRST) {
      for (Flag flag : spec(mode).flags()) {
        if (all.flag(flag.longestName()).isEmpty()) {
          all.add(flag);
        }
      }
    }
    return all;
  }

  private CommandSpec spec(String mode) {
    return commands.named(mode).orElseThrow().declared();
  }
}
