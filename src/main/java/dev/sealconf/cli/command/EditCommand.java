package dev.sealconf.cli.command;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.cli.option.RecipientOptions;
import dev.sealconf.cli.option.SelectionOptions;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.git.merge.ConflictEdit;
import dev.sealconf.io.editor.InstalledEditor;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.edit.EditFile;
import java.util.List;
import java.util.Optional;

/** {@code sealconf edit}. */
@AutoService(Command.class)
public final class EditCommand extends Command {

  @Override
  public String name() {
    return "edit";
  }

  @Override
  public int rank() {
    return 35;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Edit an encrypted file in an editor");
    spec.add(Options.flag("Show the sops block below the values", "s", "show-master-keys"));
    spec.add(Options.flag("Resume a saved draft", "resume"));
    DecryptCommand.addIgnoreMacTo(spec);
    new RecipientOptions(session().providers()).addTo(spec);
    FormatOptions.addTo(spec, session().formats());
    SelectionOptions.addTo(spec);
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.add(Options.words("FILE", "A file; a new one is encrypted by its rule"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf edit secrets.yaml",
        "EDITOR='code --wait' sealconf edit secrets.yaml",
        "sealconf edit --resume secrets.yaml");
  }

  @Override
  public int run(Overrides given) {
    if (given.words().isEmpty()) {
      throw new UsageFailure.NoFile("no file specified").hint("sealconf edit secrets.yaml");
    }
    if (given.words().size() > 1) {
      throw new UsageFailure.Mistake("edit takes one file");
    }
    String name = given.words().get(0);
    InstalledEditor editor = new InstalledEditor(session().world());
    Optional<ConflictEdit.Outcome> conflict = new ConflictEdit(session(), given, editor).run(name);
    if (conflict.isPresent()) {
      return conflict.get() == ConflictEdit.Outcome.RESOLVED
          ? ExitCode.OK.number()
          : ExitCode.NOT_MODIFIED.number();
    }
    EditFile.Outcome outcome = new EditFile(session(), given, editor, name).run();
    if (outcome == EditFile.Outcome.UNCHANGED) {
      boolean asSops = session().calledAs().equals("sops");
      String file = session().world().shown(session().world().resolve(name));
      session()
          .world()
          .tell()
          .say(asSops ? "File has not changed, exiting." : "nothing changed in " + file);
      return ExitCode.NOT_MODIFIED.number();
    }
    return ExitCode.OK.number();
  }
}
