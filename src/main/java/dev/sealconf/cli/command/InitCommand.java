package dev.sealconf.cli.command;

import dev.sealconf.cli.option.Arguments;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.cli.work.Command;
import dev.sealconf.cli.work.Session;
import dev.sealconf.cli.work.StandardStreams;
import dev.sealconf.config.ConfigLocator;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.MadeKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code sealconf init}: a key, a {@code .sops.yaml}, and what git has to ignore. */
public final class InitCommand implements Command {
  private final Session session;
  private final World world;

  public InitCommand(Session session) {
    this.session = session;
    this.world = session.world();
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command("init", "Make a key and a .sops.yaml for a folder");
    spec.addOption(Options.value("KIND", "The kind of key: " + kinds(), "key"));
    spec.addOption(Options.flag("Ask nothing", "y", "yes"));
    GlobalOptions.addTo(spec);
    spec.addPositional(Options.words("[FOLDER]", "The folder; the working directory by default"));
    spec.usageMessage().footer("sealconf init", "sealconf init --yes --key age deploy");
    return spec;
  }

  @Override
  public int run(Arguments given) {
    Path folder = world.resolve(given.words().isEmpty() ? "" : given.words().get(0));
    if (!Files.isDirectory(folder)) {
      throw new FileFailure.Unreadable(world.shown(folder) + " is not a folder")
          .hint("make it first");
    }
    KeyProvider provider = provider(given);
    String question =
        "Take or make a key of the kind "
            + provider.id()
            + ", and write "
            + world.shown(folder.resolve(ConfigLocator.NAME))
            + " and .gitignore?";
    if (world.ask().interactive() && !given.on("yes") && !world.ask().confirm(question)) {
      throw new Refusal("nothing was done");
    }
    MadeKey key = provider.maker().orElseThrow().make(world);
    StringBuilder report = new StringBuilder(told(key));
    report.append(settings(folder.resolve(ConfigLocator.NAME), provider, key));
    report.append(new GitIgnore(session, folder).add(key.file()));
    report.append("\nNext, encrypt a file:\n  sealconf encrypt -i secrets.yaml\n");
    new StandardStreams(world).write(report.toString());
    return 0;
  }

  private KeyProvider provider(Arguments given) {
    String kind = given.text("key").orElse("");
    return makers().stream()
        .filter(provider -> kind.isEmpty() || provider.id().equals(kind))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageFailure.Mistake(
                        "no key of the kind " + Printable.quote(kind) + " is made here")
                    .hint("there is " + kinds()));
  }

  private List<KeyProvider> makers() {
    return session.providers().all().stream().filter(p -> p.maker().isPresent()).toList();
  }

  private String kinds() {
    return String.join(", ", makers().stream().map(KeyProvider::id).toList());
  }

  private String told(MadeKey key) {
    return (key.reused() ? "Found a key: " : "Made a key: ")
        + Printable.plain(key.file().toString())
        + "\n"
        + "  Back it up, and never commit it: the files can't be opened without it.\n"
        + "  Others encrypt for it by its public half:\n"
        + "  "
        + Printable.plain(key.recipient())
        + "\n";
  }

  private String settings(Path file, KeyProvider provider, MadeKey key) {
    String line = provider.flag().configField() + ": " + SopsYaml.scalar(key.recipient());
    if (Files.exists(file)) {
      return world.shown(file)
          + " exists already and was not changed.\n"
          + "  To encrypt for this key, add to one of its rules:\n  "
          + line
          + "\n";
    }
    SopsYaml.write(session.files(), file, line);
    return "Wrote "
        + world.shown(file)
        + ": files below its folder are encrypted for this key.\n"
        + "  Commit it; it holds no secret.\n";
  }
}
