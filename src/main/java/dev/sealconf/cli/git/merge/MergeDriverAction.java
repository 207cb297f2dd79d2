package dev.sealconf.cli.git.merge;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.git.GitAction;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.git.merge.MergeDriver;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.operation.merge.Versions;
import dev.sealconf.session.Overrides;
import java.util.List;

/** {@code sealconf git merge-driver}: git starts it for each file that both sides changed. */
@AutoService(GitAction.class)
public final class MergeDriverAction extends GitAction {
  private static final int WORDS = 5;
  private static final int DEFAULT_SIZE = 7;

  @Override
  public String name() {
    return "git merge-driver";
  }

  @Override
  public int rank() {
    return 130;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(name(), "Merge an encrypted file by key (git starts it during a merge)");
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
    spec.add(Options.words("BASE OURS THEIRS SIZE PATH", "What git passes as %O %A %B %L %P"));
    return spec;
  }

  @Override
  public int run(Overrides given) {
    List<String> words = given.words();
    if (words.size() != WORDS) {
      throw new UsageFailure.Mistake("git merge-driver takes five arguments: %O %A %B %L %P")
          .hint("sealconf git install sets up git so that it passes them");
    }
    MergeDriver driver = new MergeDriver(session(), given, Repository.of(session().world()));
    boolean clean =
        driver.merge(
            new Versions<>(words.get(0), words.get(1), words.get(2)),
            size(words.get(3)),
            words.get(4));
    return clean ? ExitCode.OK.number() : ExitCode.GENERIC.number();
  }

  private static int size(String word) {
    return word.matches("[0-9]{1,3}") && !word.matches("0+")
        ? Integer.parseInt(word)
        : DEFAULT_SIZE;
  }
}
