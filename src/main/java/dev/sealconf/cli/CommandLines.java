package dev.sealconf.cli;

import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.describe.HelpText;
import dev.sealconf.cli.failure.ErrorReporter;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.option.Arguments;
import dev.sealconf.cli.option.KnownWords;
import dev.sealconf.error.NearestWord;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import dev.sealconf.io.terminal.PrintedTell;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The program as a function from arguments to an exit code. */
public final class CommandLines {
  private final Session session;
  private final Commands commands;

  private CommandLines(Session session) {
    this.session = session;
    this.commands = new Commands(session);
  }

  /**
   * Runs the program; never throws.
   *
   * @param calledAs {@code sops} to print {@code --version} as SOPS does
   * @return the exit code, 0 to 255
   */
  public static int run(World world, String calledAs, List<String> args) {
    try (Session session = new Session(told(world, calledAs), calledAs)) {
      return new CommandLines(session).run(args);
    } catch (Throwable failure) {
      // Whatever it is, the only message is ours, and it has no secret.
      return new ErrorReporter(world, calledAs).report(failure);
    } finally {
      world.err().flush();
    }
  }

  /** Returns the same world, but with warnings in this program's format. */
  private static World told(World world, String calledAs) {
    String prefix = (calledAs.equals("sops") ? "" : "sealconf: ") + "warning: ";
    return world.with(world.ask(), new PrintedTell(world.err(), prefix, world.tell().watched()));
  }

  private int run(List<String> args) {
    if (args.isEmpty() && !session.calledAs().equals("sops")) {
      session.world().err().print(new HelpText(session.world()).brief(commands.names()));
      return ExitCode.NO_FILE.number();
    }
    List<String> words = args;
    if (words.isEmpty() || !commands.isVerb(words.get(0))) {
      words = new LegacyForm(session.world(), commands).translate(args);
    }
    String verb = words.get(0);
    if (commands.isPlanned(verb)) {
      throw new UsageFailure.Mistake(verb + " is not available yet")
          .hint("sops " + verb + " works on the same files");
    }
    Optional<Command> named = commands.named(verb);
    if (named.isEmpty()) {
      throw unknownVerb(verb);
    }
    return run(named.get(), words.subList(1, words.size()));
  }

  private int run(Command verb, List<String> args) {
    Command command = verb;
    List<String> rest = new ArrayList<>(args);
    Optional<Command> part = commands.part(command, rest);
    if (part.isPresent()) {
      command = part.get();
      rest.remove(Commands.firstWord(rest));
    }
    int end = command.takesProgram() ? rest.indexOf("--") : -1;
    Overrides given =
        end < 0
            ? Arguments.parse(command.declared(), rest)
            : Arguments.parse(command.declared(), rest.subList(0, end))
                .with(rest.subList(end + 1, rest.size()));
    if (given.on("help")) {
      return new HelpCommand().show(session.world(), command);
    }
    return command.run(given);
  }

  private SealconfException unknownVerb(String word) {
    SealconfException failure =
        new UsageFailure.Mistake("unknown command " + Printable.quote(word));
    return KnownWords.command(word)
        .map(line -> "sealconf " + line)
        .or(() -> NearestWord.of(word, commands.names()))
        .map(meant -> failure.hint("did you mean " + meant + "?"))
        .orElse(failure)
        .hint("sealconf help lists the commands");
  }
}
