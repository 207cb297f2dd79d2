package dev.sealconf.cli.access;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.describe.HelpText;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.cli.option.RecipientOptions;
import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.keys.ring.ExampleRecipient;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import java.util.List;

/** {@code sealconf groups}, the parent of {@code add} and {@code delete}. */
@AutoService(Command.class)
public final class GroupsCommand extends Command {

  @Override
  public String name() {
    return "groups";
  }

  @Override
  public int rank() {
    return 80;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(name(), "Add or delete key groups in an encrypted file");
    GlobalOptions.addTo(spec);
    spec.add(Options.words("add|delete", "What to do; see groups add --help"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf groups add -i -f secrets.yaml "
            + new ExampleRecipient(session().providers()).flag(),
        "sealconf groups delete -i -f secrets.yaml 1");
  }

  @Override
  public List<Command> parts() {
    return List.of(new AddGroupCommand().in(session()), new DeleteGroupCommand().in(session()));
  }

  @Override
  public int run(Overrides given) {
    if (!given.words().isEmpty()) {
      throw new UsageFailure.Mistake("unknown action " + Printable.quote(given.words().get(0)))
          .hint("usage: sealconf groups add|delete");
    }
    new StandardStreams(session().world()).write(new HelpText(session().world()).of(model()));
    return 0;
  }

  /** Adds the options that both share. */
  static void addSharedTo(CommandSpec spec) {
    spec.add(Options.value("PATH", "The encrypted file", "f", "file"));
    spec.add(Options.flag("Write the result back to the file", "i", "in-place"));
    RecipientOptions.addThresholdTo(spec);
    spec.add(Options.flag("Accept recipients that .sops.yaml doesn't list", "y", "yes"));
    KeyServiceOptions.addTo(spec);
    GlobalOptions.addTo(spec);
  }
}
