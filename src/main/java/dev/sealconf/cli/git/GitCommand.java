package dev.sealconf.cli.git;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.describe.HelpText;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.NearestWord;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.services.ServiceClasses;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code sealconf git}, the parent of {@code install}, {@code verify} and other actions. */
@AutoService(Command.class)
public final class GitCommand extends Command {
  private static final String SUFFIX = "Action";

  @Override
  public String name() {
    return "git";
  }

  @Override
  public int rank() {
    return 130;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(name(), "Keep files encrypted in git and readable in the work tree");
    GlobalOptions.addTo(spec);
    spec.add(Options.words("ACTION", "What to do"));
    return spec;
  }

  @Override
  public List<String> examples() {
    List<String> lines = new ArrayList<>();
    for (Command part : parts()) {
      if (part.rank() >= 0) {
        lines.add("sealconf " + part.name());
      }
    }
    lines.add("Each action has its own help: sealconf git ACTION --help");
    return lines;
  }

  @Override
  public List<Command> parts() {
    List<Command> parts = new ArrayList<>();
    for (GitAction action : ServiceClasses.of(GitAction.class).all()) {
      parts.add(action.in(session()));
    }
    parts.sort((a, b) -> Integer.compare(a.rank(), b.rank()));
    return parts;
  }

  /** Creates only this action, because git starts a filter for each of its own commands. */
  @Override
  public Optional<Command> part(String word) {
    ServiceClasses<GitAction> classes = ServiceClasses.of(GitAction.class);
    Optional<String> type = classes.named(word, SUFFIX);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Command part = classes.make(type.get()).in(session());
    return part.name().equals(name() + " " + word) ? Optional.of(part) : Optional.empty();
  }

  @Override
  public int run(Overrides given) {
    if (given.words().isEmpty()) {
      new StandardStreams(session().world()).write(new HelpText(session().world()).of(model()));
      return 0;
    }
    throw unknown(given.words().get(0));
  }

  private SealconfException unknown(String word) {
    List<String> words = new ArrayList<>();
    for (Command part : parts()) {
      words.add(part.name().substring(name().length() + 1));
    }
    SealconfException failure = new UsageFailure.Mistake("unknown action " + Printable.quote(word));
    return NearestWord.of(word, words)
        .map(near -> failure.hint("did you mean sealconf git " + near + "?"))
        .orElse(failure)
        .hint("sealconf git --help lists the actions");
  }
}
