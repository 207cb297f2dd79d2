package dev.sealconf.cli.git;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.failure.ErrorReporter;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.git.diff.FilteredTexts;
import dev.sealconf.git.filter.BlobFilter;
import dev.sealconf.git.filter.FilterProcess;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.World;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;

/** {@code sealconf git filter-process}. Git starts it once for each git command that needs it. */
@AutoService(GitAction.class)
public final class FilterProcessAction extends GitAction {

  @Override
  public String name() {
    return "git filter-process";
  }

  @Override
  public int rank() {
    return 100;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(name(), "Encrypt and decrypt files for one command of git (git starts it)");
    GlobalOptions.addTo(spec);
    return spec;
  }

  @Override
  public int run(Overrides given) {
    World world = session().world();
    StandardStreams streams = new StandardStreams(world);
    ErrorReporter reporter = new ErrorReporter(session());
    try (BlobFilter filter = new BlobFilter(session(), given, Repository.of(world));
        FilteredTexts texts = new FilteredTexts(world)) {
      new FilterProcess(streams.input(), streams.output(), filter, reporter::reportFor)
          .telling(texts)
          .run();
    }
    return 0;
  }
}
