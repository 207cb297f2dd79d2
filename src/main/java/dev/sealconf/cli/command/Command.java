package dev.sealconf.cli.command;

import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/**
 * One verb. It describes itself: dispatch, help, manual page and completion are made from that.
 *
 * <p>An implementation is one class annotated {@code @AutoService(Command.class)} with a public
 * constructor without arguments. Its class is called like its verb: {@code UpdateKeysCommand} for
 * {@code updatekeys}, {@code ExecEnvCommand} for {@code exec-env}.
 */
public abstract class Command {
  private Session session;

  /** The same command in this run. */
  public final Command in(Session run) {
    session = run;
    return this;
  }

  /** The run that the command is a part of. */
  protected final Session session() {
    return session;
  }

  /** The verb, or for a part of another command the verb of that and one word. */
  public abstract String name();

  /** The place in help; lower first. Negative for one that help doesn't list. */
  public int rank() {
    return 0;
  }

  /** Its name, options, words and examples. */
  public abstract CommandSpec spec();

  /** The commands behind it, such as {@code groups add}. */
  public List<Command> parts() {
    return List.of();
  }

  /**
   * Does it.
   *
   * @return the exit code
   * @throws dev.sealconf.error.SealconfException for every failure but those of one of many files
   */
  public abstract int run(Overrides given);
}
