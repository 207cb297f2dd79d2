package dev.sealconf.cli.access;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.failure.MissingFile;
import dev.sealconf.cli.folder.Meant;
import dev.sealconf.cli.guard.Acceptance;
import dev.sealconf.cli.guard.Restrictions;
import dev.sealconf.cli.option.Arguments;
import dev.sealconf.cli.option.Options;
import dev.sealconf.cli.option.RecipientOptions;
import dev.sealconf.cli.work.Command;
import dev.sealconf.cli.work.FileWork;
import dev.sealconf.cli.work.Session;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.operation.groups.AddGroup;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code sealconf groups add}. */
final class AddGroupCommand implements Command {
  private final Session session;

  AddGroupCommand(Session session) {
    this.session = session;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command("groups add", "Add a key group to an encrypted file");
    new RecipientOptions(session.providers()).addGroupTo(spec);
    GroupsCommand.addSharedTo(spec);
    spec.usageMessage()
        .footer(
            "sealconf groups add -i -f secrets.yaml --age age1… --age age1…",
            "sealconf groups add -i -f secrets.yaml --age age1…"
                + " --shamir-secret-sharing-threshold 2");
    return spec;
  }

  @Override
  public int run(Arguments given) {
    if (!given.words().isEmpty()) {
      throw new UsageFailure.Mistake("groups add takes flags only").hint("the file is named by -f");
    }
    List<String> file = GroupsCommand.file(given);
    RecipientOptions recipients = new RecipientOptions(session.providers());
    KeyGroup group = new KeyGroup(recipients.group(given));
    recipients.warnOfUnused(group.masterKeys(), given, session.world());
    int threshold = given.number(RecipientOptions.THRESHOLD).orElse(0);
    AddGroup add = new AddGroup(session.world(), session.keyRing(given));
    session.review(given);
    Restrictions restrictions = new Restrictions(session, given);
    Acceptance acceptance = new Acceptance(session, given, restrictions, metadata -> List.of());
    FileWork work = new FileWork(session, given, file, SafeFile.Content.SEALED);
    return MissingFile.as(
        ExitCode.GENERIC,
        () ->
            work.run(
                new Meant("Changed", path -> false),
                acceptance,
                (one, output) ->
                    add.run(
                        one.input(),
                        restrictions.strictness(one.decidingPath()),
                        acceptance.policy(one.decidingPath()),
                        group,
                        threshold)));
  }
}
