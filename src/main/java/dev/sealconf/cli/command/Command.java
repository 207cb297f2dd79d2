package dev.sealconf.cli.command;

import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.PicocliModel;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.util.List;
import java.util.Optional;

/**
 * One verb. It describes itself: dispatch, help, the manual page and completion use its
 * description.
 *
 * <p>An implementation is one class with {@code @AutoService(Command.class)} and a public
 * constructor without arguments. The class has the name of its verb: {@code UpdateKeysCommand} for
 * {@code updatekeys}, {@code ExecEnvCommand} for {@code exec-env}.
 */
public abstract class Command {
  private Session session;
  private CommandSpec declared;

  /** Returns this command in the given session. */
  public final Command in(Session run) {
    session = run;
    return this;
  }

  /** Returns the session that the command runs in. */
  protected final Session session() {
    return session;
  }

  /** Returns the verb; for a part of another command, that command's verb and one more word. */
  public abstract String name();

  /**
   * Returns the position in help; lower numbers come first. Help doesn't list a command with a
   * negative one.
   */
  public int rank() {
    return 0;
  }

  /** Creates the declaration of its name, flags and arguments. */
  public abstract CommandSpec spec();

  /** Returns its declaration, created on first use. */
  public final CommandSpec declared() {
    if (declared == null) {
      declared = spec();
    }
    return declared;
  }

  /**
   * Returns command lines that help shows, and sentences about them, which start with a capital
   * letter.
   */
  public List<String> examples() {
    return List.of();
  }

  /**
   * Returns its declaration and examples as a picocli model, for help, the manual page and
   * completion.
   */
  public final picocli.CommandLine.Model.CommandSpec model() {
    return PicocliModel.of(declared(), examples());
  }

  /** Returns whether {@code --} is followed by a program to run and its arguments. */
  public boolean takesProgram() {
    return false;
  }

  /** Returns the parts of this command, such as {@code groups add}. */
  public List<Command> parts() {
    return List.of();
  }

  /** Returns the part with this name. */
  public Optional<Command> part(String word) {
    for (Command part : parts()) {
      if (part.name().equals(name() + " " + word)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  /**
   * Runs the command.
   *
   * @return the exit code
   * @throws dev.sealconf.error.SealconfException for every failure, except those of single files
   *     among many
   */
  public abstract int run(Overrides given);
}
