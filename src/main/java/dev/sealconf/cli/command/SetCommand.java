package dev.sealconf.cli.command;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.failure.MissingFile;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.operation.SetValue;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.task.FileEdit;
import java.util.List;

/** {@code sealconf set}. */
@AutoService(Command.class)
public final class SetCommand extends Command {

  @Override
  public String name() {
    return "set";
  }

  @Override
  public int rank() {
    return 40;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Set one value in an encrypted file");
    spec.add(
        Options.flag("VALUE is the name of a file that contains the value, as JSON", "value-file"));
    spec.add(
        Options.flag(
            "Read the value from standard input, as JSON; leave out VALUE", "value-stdin"));
    spec.add(
        Options.flag(
            "Don't write the file if it already has the value; the default without --output-type",
            "idempotent"));
    spec.add(
        Options.flag(
            "Replace a map if the path has a position there, or a list if it has a key", "force"));
    addSharedTo(spec, session().formats());
    spec.add(
        Options.words(
            "FILE TREEPATH [VALUE]", "VALUE is JSON; without it, sealconf asks for the value"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf set secrets.yaml '[\"db\"][\"password\"]'",
        "pwgen -s 40 1 | jq -R | sealconf set --value-stdin secrets.yaml '[\"token\"]'",
        "sealconf set secrets.yaml '[\"debug\"]' true",
        "Other users can see a value on the command line, and the shell keeps it in its"
            + " history. For a secret, use the first or the second form.");
  }

  /** Adds the options that {@code set} and {@code unset} share. */
  static void addSharedTo(CommandSpec spec, DocumentFormats formats) {
    FormatOptions.addTo(spec, formats);
    spec.add(Options.value("N", "Has no effect", "shamir-secret-sharing-threshold").hide());
    DecryptCommand.addIgnoreMacTo(spec);
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
  }

  @Override
  public int run(Overrides given) {
    List<String> words = given.words();
    boolean piped = given.on("value-stdin");
    if (piped && given.on("value-file")) {
      throw new UsageFailure.Mistake("--value-file and --value-stdin can't be used together");
    }
    boolean asked =
        words.size() == 2 && !given.on("value-file") && session().world().ask().interactive();
    if (words.size() != (piped || asked ? 2 : 3)) {
      throw new UsageFailure.NoFile("set needs a file, a path in it, and a value")
          .hint("sealconf set secrets.yaml '[\"db\"][\"password\"]' '\"value\"'")
          .hint("to read the value from standard input, add --value-stdin");
    }
    TreePath path = TreePaths.parse(words.get(1), UsageFailure.InvalidValue::new);
    SetValue.Assignment assignment =
        new SetValue.Assignment(
            path, new NewValue(session(), given).json(), given.on("idempotent"), given.on("force"));
    MissingFile.during(
        ExitCode.COULD_NOT_READ_INPUT,
        () -> new FileEdit(session(), given, words.get(0)).set(assignment));
    return 0;
  }
}
