package dev.sealconf.cli.command;

import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.PicocliModel;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.util.List;
import java.util.Optional;

/**
 * One verb. It describes itself: dispatch, help, manual page and completion are made from that.
 *
 * <p>An implementation is one class annotated {@code @AutoService(Command.class)} with a public
 * constructor without arguments. Its class is called like its verb: {@code UpdateKeysCommand} for
 * {@code updatekeys}, {@code ExecEnvCommand} for {@code exec-env}.
 */
public abstract class Command {
  private Session session;
  private CommandSpec declared;

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

  /** Makes the declaration of its name, flags and words. */
  public abstract CommandSpec spec();

  /** Its declaration, made when it is first needed. */
  public final CommandSpec declared() {
    if (declared == null) {
      declared = spec();
    }
    return declared;
  }

  /** Command lines that help shows, and sentences about them, which start with a capital. */
  public List<String> examples() {
    return List.of();
  }

  /** Its declaration and examples as a picocli model: for help, manual page and completion. */
  public final picocli.CommandLine.Model.CommandSpec model() {
    return PicocliModel.of(declared(), examples());
  }

  /** Whether {@code --} and what follows it are a program to run, and its arguments. */
  public boolean takesProgram() {
    return false;
  }

  /** The commands behind it, such as {@code groups add}. */
  public List<Command> parts() {
    return List.of();
  }

  /** The command behind it that this word names. */
  public Optional<Command> part(String word) {
    for (Command part : parts()) {
      if (part.name().equals(name() + " " + word)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  /**
   * Does it.
   *
   * @return the exit code
   * @throws dev.sealconf.error.SealconfException for every failure but those of one of many files
   */
  public abstract int run(Overrides given);
}
