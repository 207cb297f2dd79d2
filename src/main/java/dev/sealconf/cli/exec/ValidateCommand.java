package dev.sealconf.cli.exec;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.exec.required.Validation;
import dev.sealconf.exec.variable.VariableNames;
import dev.sealconf.session.Overrides;
import picocli.CommandLine.Model.CommandSpec;

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
    spec.addOption(Options.flag("Check only that names are there; no key is used", "names-only"));
    spec.addOption(
        Options.value(
            "TEXT",
            "Join the keys of nested values with this; the default is " + VariableNames.SEPARATOR,
            "separator"));
    FormatOptions.addInputTo(spec, session().formats());
    spec.addOption(Options.flag("Only warn if the MAC doesn't match (dangerous)", "ignore-mac"));
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.addPositional(Options.words("FILE...", "Encrypted files, checked together"));
    spec.usageMessage()
        .footer(
            "sealconf validate --template .env.example .env",
            "sealconf validate --names-only secrets.yaml",
            "The exit code is 210 if a required key is missing or has a wrong value.");
    return spec;
  }

  /** Declares templates. */
  static void addTemplateTo(CommandSpec spec) {
    spec.addOption(
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
