package dev.sealconf.cli.exec;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.exec.text.Render;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import java.util.List;
import java.util.Optional;

/** {@code sealconf render}. */
@AutoService(Command.class)
public final class RenderCommand extends Command {

  @Override
  public String name() {
    return "render";
  }

  @Override
  public int rank() {
    return 39;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(name(), "Fill in a text file with values from encrypted files");
    spec.add(
        Options.value("PATH", "Write the result to this file, not to standard output", "output"));
    spec.add(Options.flag("Only warn if the MAC doesn't match (dangerous)", "ignore-mac"));
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.add(Options.words("TEMPLATE FILE...", "A text with {{ path }}, and encrypted files"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf render --output nginx.conf nginx.conf.in secrets.yaml",
        "The result is as secret as the values in it: its file has mode 0600.");
  }

  @Override
  public int run(Overrides given) {
    List<String> words = given.words();
    if (words.size() < 2) {
      throw new UsageFailure.NoFile("render needs a template and an encrypted file")
          .hint("sealconf render nginx.conf.in secrets.yaml");
    }
    byte[] text = new Render(session(), given).run(words.get(0), words.subList(1, words.size()));
    Optional<String> output = given.text("output");
    if (output.isPresent()) {
      new SafeFile(session().world())
          .write(session().world().resolve(output.get()), SafeFile.Content.PLAIN, text);
    } else {
      new StandardStreams(session().world()).write(text);
    }
    return 0;
  }
}
