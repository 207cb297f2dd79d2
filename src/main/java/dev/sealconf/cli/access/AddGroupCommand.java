package dev.sealconf.cli.access;

import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.failure.FailedFiles;
import dev.sealconf.cli.failure.MissingFile;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.Options;
import dev.sealconf.cli.option.RecipientOptions;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.keys.ring.ExampleRecipient;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.task.ChangeGroups;
import java.util.List;

/** {@code sealconf groups add}. */
final class AddGroupCommand extends Command {

  @Override
  public String name() {
    return "groups add";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Add a key group to an encrypted file");
    new RecipientOptions(session().providers()).addGroupTo(spec);
    GroupsCommand.addSharedTo(spec);
    return spec;
  }

  @Override
  public List<String> examples() {
    String key = new ExampleRecipient(session().providers()).flag();
    String add = "sealconf groups add -i -f secrets.yaml " + key;
    return List.of(add + " " + key, add + " --shamir-secret-sharing-threshold 2");
  }

  @Override
  public int run(Overrides given) {
    if (!given.words().isEmpty()) {
      throw new UsageFailure.Mistake("groups add takes flags only").hint("name the file with -f");
    }
    FailedFiles failed = new FailedFiles(session());
    MissingFile.during(ExitCode.GENERIC, () -> new ChangeGroups(session(), given).add(failed));
    return failed.exitCode();
  }
}
