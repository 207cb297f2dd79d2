package dev.sealconf.cli.exec;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.exec.text.ExampleFile;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import java.util.List;
import java.util.Optional;

/** {@code sealconf template}. */
@AutoService(Command.class)
public final class TemplateCommand extends Command {

  @Override
  public String name() {
    return "template";
  }

  @Override
  public int rank() {
    return 38;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(name(), "Print an encrypted file as an example, with empty values");
    spec.add(
        Options.value("PATH", "Write the example to this file, not to standard output", "output"));
    FormatOptions.addInputTo(spec, session().formats());
    GlobalOptions.addTo(spec);
    spec.add(Options.words("FILE", "An encrypted file; no key is needed"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of("sealconf template --output .env.example .env");
  }

  @Override
  public int run(Overrides given) {
    if (given.words().size() != 1) {
      throw new UsageFailure.NoFile("template needs exactly one file")
          .hint("sealconf template --output .env.example .env");
    }
    byte[] example = ExampleFile.of(session().input(given, given.words().get(0)));
    Optional<String> output = given.text("output");
    if (output.isPresent()) {
      // Example files are not secret: the umask alone sets the mode of a new file.
      new SafeFile(session().world())
          .write(session().world().resolve(output.get()), SafeFile.Content.SEALED, example);
    } else {
      new StandardStreams(session().world()).write(example);
    }
    return 0;
  }
}
