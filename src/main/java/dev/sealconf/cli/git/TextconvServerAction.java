package dev.sealconf.cli.git;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.git.diff.TextconvServer;
import dev.sealconf.session.Overrides;
import java.util.List;

/** {@code sealconf git textconv-server}: started by the launcher, and listed nowhere. */
@AutoService(GitAction.class)
public final class TextconvServerAction extends GitAction {
  private static final String NUMBER = "[0-9]{1,18}";

  @Override
  public String name() {
    return "git textconv-server";
  }

  @Override
  public int rank() {
    return -1;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Print texts for one git command");
    GlobalOptions.addTo(spec);
    spec.add(Options.words("FOLDER PID START", "The folder of its pipes, and the git command"));
    return spec;
  }

  @Override
  public int run(Overrides given) {
    List<String> words = given.words();
    if (words.size() != 3 || !words.get(1).matches(NUMBER) || !words.get(2).matches(NUMBER)) {
      throw new UsageFailure.Mistake("only the launcher starts git textconv-server");
    }
    long git = Long.parseLong(words.get(1));
    new TextconvServer(session().world(), git, Long.parseLong(words.get(2)))
        .run(session().world().resolve(words.get(0)));
    return 0;
  }
}
