package dev.sealconf.cli.command;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.failure.FailedFiles;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.cli.option.RecipientOptions;
import dev.sealconf.cli.option.SelectionOptions;
import dev.sealconf.cli.option.TargetOptions;
import dev.sealconf.keys.ring.ExampleRecipient;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.task.EncryptFiles;
import java.util.List;

/** {@code sealconf encrypt}. */
@AutoService(Command.class)
public final class EncryptCommand extends Command {

  @Override
  public String name() {
    return "encrypt";
  }

  @Override
  public int rank() {
    return 20;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Encrypt the values of files");
    TargetOptions.addTo(spec);
    new RecipientOptions(session().providers()).addTo(spec);
    FormatOptions.addTo(spec, session().formats());
    FormatOptions.addOverrideTo(spec);
    SelectionOptions.addTo(spec);
    spec.add(Options.flag("Allow a rule that encrypts nothing", "allow-nothing-encrypted"));
    spec.add(
        Options.flag(
            "Keep the data key of the file that --output replaces, for small diffs", "reuse"));
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.add(Options.words("[FILE...]", "Files; with -i also folders; - is standard input"));
    return spec;
  }

  @Override
  public List<String> examples() {
    String example = new ExampleRecipient(session().providers()).flag();
    return List.of(
        "sealconf encrypt -i secrets.yaml",
        "sealconf encrypt " + example + " --output app.enc.env app.env",
        "kubectl get secret db -o yaml | sealconf encrypt --filename-override db.yaml");
  }

  @Override
  public int run(Overrides given) {
    FailedFiles failed = new FailedFiles(session());
    new EncryptFiles(session(), given).run(failed);
    return failed.exitCode();
  }
}
