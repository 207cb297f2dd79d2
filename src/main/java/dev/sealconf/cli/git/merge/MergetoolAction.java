package dev.sealconf.cli.git.merge;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.git.GitAction;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.git.merge.Mergetool;
import dev.sealconf.io.editor.InstalledEditor;
import dev.sealconf.session.Overrides;
import java.util.List;

/** {@code sealconf git mergetool}. */
@AutoService(GitAction.class)
public final class MergetoolAction extends GitAction {

  @Override
  public String name() {
    return "git mergetool";
  }

  @Override
  public int rank() {
    return 50;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Resolve conflicts in encrypted files, key by key");
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.add(Options.words("FILE", "Files with conflicts; without any, all that are encrypted"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of("sealconf git mergetool", "sealconf git mergetool secrets.yaml");
  }

  @Override
  public int run(Overrides given) {
    InstalledEditor editor = new InstalledEditor(session().world());
    boolean resolved = new Mergetool(session(), given, editor).run(given.words());
    return resolved ? ExitCode.OK.number() : ExitCode.GENERIC.number();
  }
}
