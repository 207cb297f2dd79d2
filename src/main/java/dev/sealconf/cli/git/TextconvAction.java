package dev.sealconf.cli.git;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.git.diff.Textconv;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import java.util.List;

/** {@code sealconf git textconv}. */
@AutoService(GitAction.class)
public final class TextconvAction extends GitAction {

  @Override
  public String name() {
    return "git textconv";
  }

  @Override
  public int rank() {
    return 80;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(name(), "Print the text that git diff and git log show for a file");
    spec.add(Options.flag("Show the values instead of masking them", "reveal"));
    GlobalOptions.addTo(spec);
    spec.add(Options.words("FILE", "A plain or encrypted file"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf git textconv secrets.yaml",
        "SEALCONF_REVEAL=1 git log -p secrets.yaml",
        "Git runs it for files with the attribute diff=sealconf.");
  }

  @Override
  public int run(Overrides given) {
    if (given.words().size() != 1) {
      throw new UsageFailure.NoFile("git textconv takes one file");
    }
    String file = given.words().get(0);
    byte[] bytes = session().files().read(session().world().resolve(file));
    try (Textconv textconv = new Textconv(session().world(), given.on("reveal"))) {
      new StandardStreams(session().world()).write(textconv.of(file, bytes));
    }
    return 0;
  }
}
