package dev.sealconf.session.task;

import dev.sealconf.config.ConfigLocator;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.MadeKey;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prepares a folder: creates a key and a {@code .sops.yaml}, and updates {@code .gitignore}. */
public final class NewFolder {
  private final Session session;
  private final World world;

  /** Works in this session. */
  public NewFolder(Session session) {
    this.session = session;
    this.world = session.world();
  }

  /**
   * Prepares the folder. Returns the lines that say what it did.
   *
   * @throws Refusal if the user says no
   */
  public String make(Overrides given) {
    Path folder = world.resolve(given.words().isEmpty() ? "" : given.words().get(0));
    if (!Files.isDirectory(folder)) {
      throw new FileFailure.Unreadable(world.shown(folder) + " is not a folder")
          .hint("create it: mkdir -p " + world.shown(folder));
    }
    KeyProvider provider = provider(given);
    String question =
        "Use or make a key of kind "
            + provider.id()
            + ", and write "
            + world.shown(folder.resolve(ConfigLocator.NAME))
            + " and .gitignore?";
    if (world.ask().interactive() && !given.on("yes") && !world.ask().confirm(question)) {
      throw new Refusal("nothing changed");
    }
    MadeKey key = provider.maker().orElseThrow().make(world);
    StringBuilder report = new StringBuilder(told(key));
    report.append(settings(folder.resolve(ConfigLocator.NAME), provider, key));
    report.append(new GitIgnore(session, folder).add(key.file()));
    report.append("\nNext, encrypt a file:\n  sealconf encrypt -i secrets.yaml\n");
    return report.toString();
  }

  private KeyProvider provider(Overrides given) {
    String kind = given.text("key").orElse("");
    return makers().stream()
        .filter(provider -> kind.isEmpty() || provider.id().equals(kind))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageFailure.Mistake(
                        "sealconf can't make a key of kind " + Printable.quote(kind))
                    .hint("it makes " + kinds()));
  }

  private List<KeyProvider> makers() {
    return session.providers().all().stream().filter(p -> p.maker().isPresent()).toList();
  }

  /** Returns the kinds of keys that it can create, separated by commas. */
  public String kinds() {
    return String.join(", ", makers().stream().map(KeyProvider::id).toList());
  }

  private String told(MadeKey key) {
    return (key.reused() ? "Found a key: " : "Created a key: ")
        + Printable.plain(key.file().toString())
        + "\n"
        + "  Back it up, and never commit it: without it, you can't decrypt your files.\n"
        + "  To let others encrypt for it, give them its public key:\n"
        + "  "
        + Printable.plain(key.recipient())
        + "\n";
  }

  private String settings(Path file, KeyProvider provider, MadeKey key) {
    String line = provider.flag().configField() + ": " + SopsYaml.scalar(key.recipient());
    if (Files.exists(file)) {
      return world.shown(file)
          + " already exists; sealconf did not change it.\n"
          + "  To encrypt for this key, add to one of its rules:\n  "
          + line
          + "\n";
    }
    SopsYaml.write(session.files(), file, line);
    return "Wrote "
        + world.shown(file)
        + ": it encrypts the files below its folder for this key.\n"
        + "  Commit it; it contains no secret.\n";
  }
}
