package dev.sealconf.cli.command;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import dev.sealconf.session.task.NewFolder;
import java.util.List;

/**
 * {@code sealconf init}: creates a key and a {@code .sops.yaml}, and updates {@code .gitignore}.
 */
@AutoService(Command.class)
public final class InitCommand extends Command {

  @Override
  public String name() {
    return "init";
  }

  @Override
  public int rank() {
    return 10;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Create a key and a .sops.yaml for a folder");
    spec.add(Options.value("KIND", "The kind of key: " + new NewFolder(session()).kinds(), "key"));
    spec.add(Options.flag("Ask nothing", "y", "yes"));
    GlobalOptions.addTo(spec);
    spec.add(Options.words("[FOLDER]", "The folder; the working directory by default"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of("sealconf init", "sealconf init --yes --key age deploy");
  }

  @Override
  public int run(Overrides given) {
    new StandardStreams(session().world()).write(new NewFolder(session()).make(given));
    return 0;
  }
}
