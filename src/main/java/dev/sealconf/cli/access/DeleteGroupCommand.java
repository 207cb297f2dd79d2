package dev.sealconf.cli.access;

import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.failure.FailedFiles;
import dev.sealconf.cli.failure.MissingFile;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.task.ChangeGroups;
import java.util.List;

/** {@code sealconf groups delete}. */
final class DeleteGroupCommand extends Command {

  @Override
  public String name() {
    return "groups delete";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Delete a key group from an encrypted file");
    GroupsCommand.addSharedTo(spec);
    spec.add(Options.words("INDEX", "The number of the group, from 0"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of("sealconf groups delete -i -f secrets.yaml 1", "The file gets a new data key.");
  }

  @Override
  public int run(Overrides given) {
    int index = index(given.words());
    FailedFiles failed = new FailedFiles(session());
    MissingFile.during(
        ExitCode.GENERIC, () -> new ChangeGroups(session(), given).delete(index, failed));
    return failed.exitCode();
  }

  private static int index(List<String> words) {
    if (words.size() != 1) {
      throw new UsageFailure.Mistake("groups delete needs the number of a group")
          .hint("groups are numbered from 0; sealconf who lists them");
    }
    String word = words.get(0);
    if (word.isEmpty() || word.length() > 9 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new UsageFailure.Mistake("not a group number: " + Printable.quote(word))
          .hint("groups are numbered from 0; sealconf who lists them");
    }
    return Integer.parseInt(word);
  }
}
