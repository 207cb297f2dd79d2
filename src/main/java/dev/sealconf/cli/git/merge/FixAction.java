package dev.sealconf.cli.git.merge;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.git.GitAction;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.git.merge.FixFile;
import dev.sealconf.io.editor.InstalledEditor;
import dev.sealconf.session.Overrides;
import java.util.List;

/** {@code sealconf git fix}. */
@AutoService(GitAction.class)
public final class FixAction extends GitAction {

  @Override
  public String name() {
    return "git fix";
  }

  @Override
  public int rank() {
    return 55;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(name(), "Repair an encrypted file after a merge without a key");
    spec.add(Options.flag("Answer the question with yes", "y", "yes"));
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.add(Options.words("FILE", "A file with conflict markers, or with a MAC that doesn't fit"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of("sealconf git fix secrets.yaml");
  }

  @Override
  public int run(Overrides given) {
    if (given.words().size() != 1) {
      throw new UsageFailure.NoFile("git fix takes one file").hint("sealconf git fix secrets.yaml");
    }
    InstalledEditor editor = new InstalledEditor(session().world());
    boolean fixed = new FixFile(session(), given, editor).run(given.words().get(0));
    return fixed ? ExitCode.OK.number() : ExitCode.GENERIC.number();
  }
}
