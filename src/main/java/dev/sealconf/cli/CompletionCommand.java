package dev.sealconf.cli;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.command.Places;
import dev.sealconf.cli.describe.BashCompletion;
import dev.sealconf.cli.describe.FishCompletion;
import dev.sealconf.cli.describe.ZshCompletion;
import dev.sealconf.cli.failure.CodedFailure;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import java.util.List;

/** {@code sealconf completion}. */
@AutoService(Command.class)
public final class CompletionCommand extends Command {
  /** The word that makes the scripts' program call list the places in a file. */
  private static final String PLACES = "places";

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public int rank() {
    return 140;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Print a script for shell completion");
    GlobalOptions.addTo(spec);
    spec.add(Options.words("bash|zsh|fish", "The shell that will load it"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "source <(sealconf completion bash)",
        "sealconf completion zsh > \"$fpath[1]/_sealconf\"",
        "sealconf completion fish > ~/.config/fish/completions/sealconf.fish");
  }

  @Override
  public int run(Overrides given) {
    if (given.words().isEmpty()) {
      return new HelpCommand().show(session().world(), this);
    }
    String shell = given.words().get(0);
    if (shell.equals(PLACES) && given.words().size() == 2) {
      new StandardStreams(session().world())
          .write(new Places(session(), given).of(given.words().get(1)));
      return 0;
    }
    String program = session().calledAs();
    List<picocli.CommandLine.Model.CommandSpec> commands =
        new Commands(session()).pages().stream().map(Command::model).toList();
    String script =
        switch (shell) {
          case "bash" -> BashCompletion.script(program, commands);
          case "zsh" -> ZshCompletion.script(program, commands);
          case "fish" -> FishCompletion.script(program, commands);
          default ->
              throw new CodedFailure(
                  ExitCode.COULD_NOT_WRITE_OUTPUT,
                  new UsageFailure.Mistake(
                          "no completion script for the shell " + Printable.quote(shell))
                      .hint("use bash, zsh or fish"));
        };
    new StandardStreams(session().world()).write(script);
    return 0;
  }
}
