package dev.sealconf.cli.exec;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.failure.MissingFile;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.exec.program.ExecFile;
import dev.sealconf.session.Overrides;
import java.util.List;

/** {@code sealconf exec-file}. */
@AutoService(Command.class)
public final class ExecFileCommand extends Command {

  @Override
  public String name() {
    return "exec-file";
  }

  @Override
  public int rank() {
    return 38;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(name(), "Run a shell command with the path of the decrypted file");
    spec.add(Options.flag("Use a file in memory, not a named pipe", "no-fifo"));
    spec.add(Options.value("NAME", "Call the file this; the default is tmp-file", "filename"));
    ShellOptions.addTo(spec);
    FormatOptions.addTo(spec, session().formats());
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf exec-file config.enc.yaml './server --config {}'",
        "sealconf exec-file --no-fifo --filename app.json config.enc.json './server {}'",
        "{} stands for the path. The command may read a named pipe only from start to end.");
  }

  @Override
  public int run(Overrides given) {
    List<String> words = ShellOptions.words(given, name(), session());
    if (given.on("background") && given.on("no-fifo")) {
      throw new UsageFailure.Conflict("--no-fifo and --background can't be used together")
          .hint("the file is wiped when exec-file ends; leave out --background, and add & instead");
    }
    return MissingFile.as(
        ExitCode.COULD_NOT_READ_INPUT,
        () -> new ExecFile(session(), given).run(words.get(0), words.get(1)));
  }
}
