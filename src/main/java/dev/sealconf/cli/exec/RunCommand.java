package dev.sealconf.cli.exec;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.command.TreePaths;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.exec.program.RunProgram;
import dev.sealconf.exec.program.ValueFile;
import dev.sealconf.exec.variable.ValueChoice;
import dev.sealconf.session.Overrides;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code sealconf run}. */
@AutoService(Command.class)
public final class RunCommand extends Command {

  @Override
  public String name() {
    return "run";
  }

  @Override
  public int rank() {
    return 34;
  }

  @Override
  public boolean takesProgram() {
    return true;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(name(), "Run a program with the values of files as variables");
    VariableOptions.addTo(spec);
    spec.add(
        Options.flag("Let values of files win over variables that are set already", "overload"));
    spec.add(Options.flag("Give the program no other variables", "pristine"));
    spec.add(
        Options.values(
            "VAR=PATH",
            "Put the value at this path, or of this variable, into a file in memory, and its path"
                + " into VAR; repeatable",
            "file"));
    spec.add(
        Options.values(
            "NAME", "Set this variable although it changes which code runs; repeatable", "allow"));
    spec.add(Options.flag("Replace secrets in what the program prints by [NAME]", "redact"));
    spec.add(Options.flag("Start the program again when a file changes", "watch"));
    spec.add(
        Options.value("NAME", "With --watch: send this signal instead, such as HUP", "signal"));
    spec.add(
        Options.values("FILE", "Require the keys in this .env.example; repeatable", "template"));
    spec.add(Options.flag("Only warn if the MAC doesn't match (dangerous)", "ignore-mac"));
    FormatOptions.addInputTo(spec, session().formats());
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.add(
        Options.words(
            "FILE... -- PROGRAM [ARG...]", "Encrypted files, later ones win; then the program"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf run secrets.yaml -- ./server --port 8080",
        "sealconf run --redact secrets.yaml local.env -- npm start",
        "sealconf run --file 'TLS_KEY=[\"tls\"][\"key\"]' app.yaml -- ./server",
        "Nested values are joined: db: {host: x} is DB__HOST.");
  }

  @Override
  public int run(Overrides given) {
    List<String> program = given.program();
    if (given.words().isEmpty()) {
      throw new UsageFailure.NoFile("run needs an encrypted file")
          .hint("sealconf run secrets.yaml -- ./server");
    }
    if (program.isEmpty()) {
      throw new UsageFailure.Mistake("run needs -- and a program after the files")
          .hint("sealconf run secrets.yaml -- ./server --port 8080");
    }
    return new RunProgram(session(), given, asFiles(given)).run(given.words(), program);
  }

  private static List<ValueFile> asFiles(Overrides given) {
    List<ValueFile> files = new ArrayList<>();
    for (String text : given.texts("file")) {
      int equals = text.indexOf('=');
      boolean fileName = text.indexOf('/') < 0 || text.indexOf('/') > equals;
      if (equals < 1 || !fileName || text.startsWith(".")) {
        throw new UsageFailure.Mistake("--file takes VAR=PATH, not " + Printable.quote(text))
            .hint("--file 'TLS_KEY=[\"tls\"][\"key\"]'");
      }
      String name = text.substring(equals + 1);
      Optional<TreePath> path =
          name.startsWith("[")
              ? Optional.of(TreePaths.parse(name, UsageFailure.InvalidPath::new))
              : Optional.empty();
      files.add(new ValueFile(text.substring(0, equals), new ValueChoice(path, name)));
    }
    return files;
  }
}
