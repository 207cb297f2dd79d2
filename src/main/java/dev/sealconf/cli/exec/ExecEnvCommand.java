package dev.sealconf.cli.exec;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.failure.CodedFailure;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.failure.MissingFile;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.exec.program.ExecEnv;
import dev.sealconf.session.Overrides;
import java.util.List;

/** {@code sealconf exec-env}. */
@AutoService(Command.class)
public final class ExecEnvCommand extends Command {

  @Override
  public String name() {
    return "exec-env";
  }

  @Override
  public int rank() {
    return 37;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(name(), "Run a shell command with a file's values as variables");
    spec.add(Options.flag("Give the command no other variables", "pristine"));
    spec.add(Options.flag("Has no effect; accepted because SOPS has it", "same-process"));
    ShellOptions.addTo(spec);
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf exec-env secrets.yaml './server --port 8080'",
        "sealconf exec-env --pristine secrets.env env");
  }

  @Override
  public int run(Overrides given) {
    List<String> words = ShellOptions.words(given, name(), session());
    if (given.on("background") && given.on("same-process")) {
      throw new UsageFailure.Conflict("--same-process and --background can't be used together");
    }
    try {
      return MissingFile.as(
          ExitCode.COULD_NOT_READ_INPUT,
          () -> new ExecEnv(session(), given).run(words.get(0), words.get(1)));
    } catch (OutputFailure.NotRepresentable e) {
      throw new CodedFailure(ExitCode.GENERIC, e);
    }
  }
}
