package dev.sealconf.cli.command;

import com.google.auto.service.AutoService;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.file.NewFile;
import dev.sealconf.keys.spi.KeyKeeper;
import dev.sealconf.keys.spi.KeyProtection;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.MadeKey;
import dev.sealconf.keys.spi.StoredKey;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.StandardStreams;
import java.nio.file.Path;
import java.util.List;

/** {@code sealconf keys KIND create|rotate|list|export [NAME]}. */
@AutoService(Command.class)
public final class KeysCommand extends Command {
  private static final String PASSPHRASE = "passphrase";
  private static final String SERVICE = "kms-uri";
  private static final String SECRET = "secret";
  private static final String OUTPUT = "output";

  @Override
  public String name() {
    return "keys";
  }

  @Override
  public int rank() {
    return 120;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(name(), "Create, rotate, list and export keys on this machine");
    spec.add(Options.flag("create: lock the key with a passphrase", PASSPHRASE));
    spec.add(
        Options.value("URI", "create: encrypt the key with this key of a key service", SERVICE));
    spec.add(Options.flag("export: print the secret key, unencrypted", SECRET));
    spec.add(Options.value("PATH", "export: write to this new file, mode 0600", OUTPUT));
    GlobalOptions.addTo(spec);
    spec.add(
        Options.choice(
            "KIND",
            () -> "The kind of key: " + String.join(", ", kinds()),
            () -> String.join("|", kinds())));
    spec.add(Options.words("create|rotate|list|export", "What to do"));
    spec.add(Options.words("[NAME]", "The key's name"));
    return spec;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "sealconf keys list",
        "sealconf keys tink create --passphrase team",
        "sealconf keys tink rotate team",
        "sealconf keys tink list",
        "sealconf keys tink export --secret --output team.json team");
  }

  @Override
  public int run(Overrides given) {
    List<String> words = given.words();
    if (words.equals(List.of("list"))) {
      new StandardStreams(session().world()).write(own());
      return 0;
    }
    if (words.size() < 2 || words.size() > 3) {
      throw new UsageFailure.Mistake("keys needs a kind of key and an action")
          .hint("for example: sealconf keys " + String.join(", ", kinds()) + " list");
    }
    KeyKeeper keeper = keeper(words.get(0));
    String name = words.size() > 2 ? words.get(2) : keeper.defaultName();
    String report =
        switch (words.get(1)) {
          case "create" -> create(keeper, name, given);
          case "rotate" -> rotated(keeper.rotate(name, session().world()));
          case "list" -> list(keeper.list(session().world()), words.size() > 2, name);
          case "export" -> export(keeper, name, given);
          default ->
              throw new UsageFailure.Mistake(
                      "unknown action "
                          + Printable.quote(words.get(1))
                          + "; usage: sealconf keys KIND ACTION [NAME]")
                  .hint("the actions are create, rotate, list and export");
        };
    new StandardStreams(session().world()).write(report);
    return 0;
  }

  /** Returns the user's own public keys, one per line, and the keys that sealconf manages here. */
  private String own() {
    StringBuilder text = new StringBuilder();
    for (KeyProvider provider : session().providers().all()) {
      for (String recipient : provider.ownRecipients(session().world())) {
        text.append(provider.id()).append("  ").append(Printable.plain(recipient)).append('\n');
      }
      provider
          .keeper()
          .ifPresent(keeper -> text.append(list(keeper.list(session().world()), false, "")));
    }
    return text.isEmpty() ? "no keys here; sealconf init makes one\n" : text.toString();
  }

  private KeyKeeper keeper(String kind) {
    return session()
        .providers()
        .named(kind)
        .flatMap(KeyProvider::keeper)
        .orElseThrow(
            () ->
                new UsageFailure.Mistake(
                        "sealconf can't manage keys of kind " + Printable.quote(kind))
                    .hint("it manages " + String.join(", ", kinds())));
  }

  private List<String> kinds() {
    return session().providers().all().stream()
        .filter(provider -> provider.keeper().isPresent())
        .map(KeyProvider::id)
        .toList();
  }

  private String create(KeyKeeper keeper, String name, Overrides given) {
    if (given.on(PASSPHRASE) && given.isGiven(SERVICE)) {
      throw new UsageFailure.Conflict("--passphrase and --kms-uri can't be used together");
    }
    KeyProtection protection =
        given.on(PASSPHRASE)
            ? new KeyProtection.ByPassphrase()
            : given
                .text(SERVICE)
                .<KeyProtection>map(KeyProtection.ByService::new)
                .orElseGet(KeyProtection.None::new);
    MadeKey made = keeper.create(name, protection, session().world());
    return "Created a key: "
        + Printable.plain(made.file().toString())
        + "\n  Back it up, and never commit it: without it, you can't decrypt your files.\n";
  }

  private static String rotated(StoredKey now) {
    return described(now)
        + "New files are encrypted with the new key. You can still decrypt older files;\n"
        + "sealconf rotate -i FILE... encrypts them with the new key.\n";
  }

  private static String list(List<StoredKey> keys, boolean one, String name) {
    StringBuilder text = new StringBuilder();
    for (StoredKey key : keys) {
      if (!one || key.name().equals(name)) {
        text.append(described(key));
      }
    }
    return text.toString();
  }

  private static String described(StoredKey key) {
    StringBuilder text = new StringBuilder();
    text.append(Printable.plain(key.name())).append("  ").append(key.place()).append('\n');
    text.append("  ").append(key.state()).append('\n');
    for (StoredKey.Version version : key.versions()) {
      text.append("  ").append(version.id()).append("  ").append(version.status());
      text.append(version.primary() ? ", primary\n" : "\n");
    }
    return text.toString();
  }

  private String export(KeyKeeper keeper, String name, Overrides given) {
    if (!given.on(SECRET)) {
      return list(keeper.list(session().world()), true, name);
    }
    if (given.text(OUTPUT).isEmpty() && !confirmed(name)) {
      throw new Refusal("the key was not printed").hint("write it to a file: --output FILE");
    }
    if (given.text(OUTPUT).isEmpty()) {
      keeper.export(name, session().world(), new StandardStreams(session().world())::write);
      return "\n";
    }
    Path file = session().world().resolve(given.text(OUTPUT).orElseThrow());
    keeper.export(name, session().world(), secret -> write(file, secret));
    return "Wrote " + session().world().shown(file) + ". Anyone who can read it can decrypt.\n";
  }

  private void write(Path file, byte[] secret) {
    if (!NewFile.create(session().world(), file, secret)) {
      throw new OutputFailure.NotWritten(session().world().shown(file) + " exists already")
          .hint("name another file; sealconf never overwrites one");
    }
  }

  private boolean confirmed(String name) {
    return session().world().ask().interactive()
        && session()
            .world()
            .ask()
            .confirm("Print the secret key " + Printable.quote(name) + " on standard output?");
  }
}
