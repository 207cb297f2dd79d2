package dev.sealconf.cli.git;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.session.Overrides;

/** {@code sealconf git smudge}: converts one blob to the file of the work tree. */
@AutoService(GitAction.class)
public final class SmudgeAction extends GitAction {

  @Override
  public String name() {
    return "git smudge";
  }

  @Override
  public int rank() {
    return 120;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(name(), "Decrypt standard input, a blob of PATH (git starts it)");
    GlobalOptions.addTo(spec);
    spec.add(Options.words("PATH", "The file, relative to the top of the work tree"));
    return spec;
  }

  @Override
  public int run(Overrides given) {
    return new OneBlob(session(), given, name()).smudge();
  }
}
