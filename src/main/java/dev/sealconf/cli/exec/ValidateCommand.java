package dev.sealconf.cli.exec;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.exec.required.Validation;
import dev.sealconf.exec.variable.VariableNames;
import dev.sealconf.session.Overrides;
import java.util.List;

/** {@code sealconf validate}. */
@AutoService(Command.class)
public final class ValidateCommand extends Command {

  @Override
  public String name() {
    return "validate";
  }

  @Override
  public int rank() {
    return 37;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Check that files have all required keys");
    addTemplateTo(spec);
    spec.add(Options.flag("Check only that names are there; no key is used", "names-only"));
    spec.add(
        Options.value(
            "TEXT",
            "Join the keys of nested values with this; the default is " + VariableNames.SEPARATOR,
            "separator"));
    FormatOptions.addInputTo(spec, session().formats());
    spec.add(Options.flag("Only warn if the MAC doesn't match (dangerous)", "ignore-mac"));
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.add(Options.words("FILE...", "Encrypted files, checked together"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf validate --template .env.example .env",
        "sealconf validate --names-only secrets.yaml",
        "The exit code is 210 if a required key is missing or has a wrong value.");
  }

  /** Adds the option for templates. */
  static void addTemplateTo(CommandSpec spec) {
    spec.add(
        Options.values(
            "FILE",
            "Require every key of this file, such as .env.example; repeatable",
            "template"));
  }

  @Override
  public int run(Overrides given) {
    if (given.words().isEmpty()) {
      throw new UsageFailure.NoFile("validate needs a file")
          .hint("sealconf validate --template .env.example .env");
    }
    new Validation(session(), given).run(given.words());
    return 0;
  }
}
