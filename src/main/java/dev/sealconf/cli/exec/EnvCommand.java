package dev.sealconf.cli.exec;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.exec.notation.Notation;
import dev.sealconf.exec.notation.NotationTarget;
import dev.sealconf.exec.notation.Notations;
import dev.sealconf.exec.program.RefusedNames;
import dev.sealconf.exec.variable.Variable;
import dev.sealconf.exec.variable.VariableFiles;
import dev.sealconf.session.Overrides;
import java.util.List;

/** {@code sealconf env}. */
@AutoService(Command.class)
public final class EnvCommand extends Command {
  private static final String DEFAULT = "bash";

  @Override
  public String name() {
    return "env";
  }

  @Override
  public int rank() {
    return 36;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(name(), "Print the values of files as environment variables");
    spec.add(
        Options.value("FORMAT", () -> "Write them for " + String.join(", ", formats()), "format"));
    spec.add(
        Options.value("PATH", "Write the result to this file, not to standard output", "output"));
    VariableOptions.addTo(spec);
    spec.add(
        Options.values(
            "NAME",
            "Print this variable although it changes which code runs; repeatable",
            "allow"));
    FormatOptions.addInputTo(spec, session().formats());
    spec.add(Options.flag("Only warn if the MAC doesn't match (dangerous)", "ignore-mac"));
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.add(Options.words("FILE...", "Encrypted files, later ones win; - is standard input"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "eval \"$(sealconf env secrets.yaml)\"",
        "sealconf env --format github secrets.yaml",
        "sealconf env --format docker --output secrets.list secrets.yaml");
  }

  private static List<String> formats() {
    return new Notations().all().stream().map(Notation::name).toList();
  }

  @Override
  public int run(Overrides given) {
    if (given.words().isEmpty()) {
      throw new UsageFailure.NoFile("env needs a file").hint("sealconf env secrets.yaml");
    }
    Notation notation = new Notations().named(given.text("format").orElse(DEFAULT));
    List<Variable> variables = new VariableFiles(session(), given).read(given.words());
    List<String> allowed = given.texts("allow");
    variables.forEach(variable -> RefusedNames.check(variable.name(), allowed));
    new NotationTarget(session(), given, notation).write(variables, given.words());
    return 0;
  }
}
