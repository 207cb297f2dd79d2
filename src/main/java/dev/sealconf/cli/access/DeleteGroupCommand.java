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
import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.operation.groups.DeleteGroup;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code sealconf groups delete}. */
final class DeleteGroupCommand implements Command {
  private final Session session;

  DeleteGroupCommand(Session session) {
    this.session = session;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command("groups delete", "Delete a key group of an encrypted file");
    GroupsCommand.addSharedTo(spec);
    spec.addPositional(Options.words("INDEX", "The number of the group, from 0"));
    spec.usageMessage()
        .footer("sealconf groups delete -i -f secrets.yaml 1", "The file gets a new data key.");
    return spec;
  }

  @Override
  public int run(Arguments given) {
    int index = index(given.words());
    List<String> file = GroupsCommand.file(given);
    int threshold = given.number(RecipientOptions.THRESHOLD).orElse(0);
    DeleteGroup delete = new DeleteGroup(session.world(), session.keyRing(given));
    session.review(given);
    Restrictions restrictions = new Restrictions(session, given);
    Acceptance acceptance =
        new Acceptance(
            session, given, restrictions, metadata -> DeleteGroup.leaving(metadata, index));
    FileWork work = new FileWork(session, given, file, SafeFile.Content.SEALED);
    return MissingFile.as(
        ExitCode.GENERIC,
        () ->
            work.run(
                new Meant("Changed", path -> false),
                acceptance,
                (one, output) ->
                    delete.run(
                        one.input(),
                        restrictions.strictness(one.decidingPath()),
                        acceptance.policy(one.decidingPath()),
                        index,
                        threshold)));
  }

  private static int index(List<String> words) {
    if (words.size() != 1) {
      throw new UsageFailure.Mistake("groups delete needs the number of one group")
          .hint("groups count from 0; sealconf who shows them");
    }
    String word = words.get(0);
    if (word.isEmpty() || word.length() > 9 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new UsageFailure.Mistake("not the number of a group: " + Printable.quote(word))
          .hint("groups count from 0; sealconf who shows them");
    }
    return Integer.parseInt(word);
  }
}
