package dev.sealconf.cli.git;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.git.diff.DiffFiles;
import dev.sealconf.git.diff.FileDifference;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import java.util.List;

/** {@code sealconf diff}. */
@AutoService(Command.class)
public final class DiffCommand extends Command {

  @Override
  public String name() {
    return "diff";
  }

  @Override
  public int rank() {
    return 95;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Show what changed in encrypted files, by key");
    spec.add(Options.flag("Show the values instead of masking them", "reveal"));
    spec.add(Options.value("FORMAT", "Print text (the default) or json", "format"));
    FormatOptions.addInputTo(spec, session().formats());
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.add(Options.words("A B | REVISION", "Two files; or a revision, or two as REV..REV"));
    spec.add(Options.words("[-- FILE...]", "Compare only these files of the revisions"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf diff old.yaml new.yaml",
        "sealconf diff HEAD",
        "sealconf diff main..HEAD -- secrets.yaml",
        "A single revision is compared with the work tree.");
  }

  /** What is behind the dashes are files. */
  @Override
  public boolean takesProgram() {
    return true;
  }

  @Override
  public int run(Overrides given) {
    String format = given.text("format").orElse("text");
    if (!format.equals("text") && !format.equals("json")) {
      throw new UsageFailure.Mistake("unknown format " + Printable.quote(format))
          .hint("use --format text or --format json");
    }
    List<FileDifference> found = new DiffFiles(session(), given).differences(given.program());
    new StandardStreams(session().world())
        .write(format.equals("json") ? DiffJson.of(found) : DiffText.of(found));
    return 0;
  }
}
