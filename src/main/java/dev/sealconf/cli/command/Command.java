package dev.sealconf.cli.command;

import dev.sealconf.session.Overrides;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** One verb. It describes itself; help, manual page and completion are made from that. */
public interface Command {

  /** Its name, options, words and examples. */
  CommandSpec spec();

  /** The commands behind it, such as {@code groups add}: their names are its own and one word. */
  default List<Command> parts() {
    return List.of();
  }

  /**
   * Does it.
   *
   * @return the exit code
   * @throws dev.sealconf.error.SealconfException for every failure but those of one of many files
   */
  int run(Overrides given);
}
