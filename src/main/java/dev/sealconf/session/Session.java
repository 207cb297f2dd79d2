package dev.sealconf.session;

import dev.sealconf.config.ConfigFile;
import dev.sealconf.config.ConfigLocator;
import dev.sealconf.config.StoreSettings;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.io.World;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.keys.ring.LocalKeys;
import dev.sealconf.keys.ring.NamedKeys;
import dev.sealconf.keys.ring.Reach;
import dev.sealconf.operation.file.Input;
import dev.sealconf.session.batch.Turns;
import dev.sealconf.session.rule.NamedByRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run of the program: the world, and what the run loads from it on first use. Thread-safe. */
public final class Session implements AutoCloseable {
  /** The environment variable that names the configuration file. An override takes precedence. */
  public static final String CONFIG_VARIABLE = "SOPS_CONFIG";

  private final World world;
  private final Turns turns;
  private final SafeFile files;
  private final String calledAs;
  private final List<KeyRing> rings = new ArrayList<>();
  private KeyProviders providers;
  private DocumentFormats formats;
  private Optional<ConfigFile> config;
  private boolean reviewed;

  /** Starts a run in this world. */
  public Session(World world) {
    this(world, "sealconf");
  }

  /**
   * Starts a run in this world.
   *
   * @param calledAs {@code sops} to ask only the questions that SOPS asks
   */
  public Session(World world, String calledAs) {
    this.turns = new Turns(world);
    this.world = world.with(turns, turns);
    this.files = new SafeFile(this.world);
    this.calledAs = calledAs;
  }

  /** Returns everything that the run sees of the machine. */
  public World world() {
    return world;
  }

  /** Returns the reports of threads that work at the same time. */
  public Turns turns() {
    return turns;
  }

  /** Returns {@code sealconf} or {@code sops}. */
  public String calledAs() {
    return calledAs;
  }

  /** Returns what reads and replaces files. */
  public SafeFile files() {
    return files;
  }

  /** Returns all key providers. */
  public synchronized KeyProviders providers() {
    if (providers == null) {
      providers = KeyProviders.installed(world);
    }
    return providers;
  }

  /** Returns all formats. */
  public synchronized DocumentFormats formats() {
    if (formats == null) {
      formats = new DocumentFormats();
    }
    return formats;
  }

  /** Returns a key ring over all providers, in the requested order. */
  public synchronized KeyRing keyRing(Overrides given) {
    KeyRing ring =
        new KeyRing(
            providers(),
            world,
            reach(given),
            KeyServiceChoice.services(given, providers(), world),
            KeyServiceChoice.order(given, world));
    rings.add(ring);
    return ring;
  }

  /**
   * Wipes the data keys that its rings have unwrapped and the identities that its providers have
   * read.
   */
  @Override
  public synchronized void close() {
    for (KeyRing ring : rings) {
      ring.close();
    }
    rings.clear();
    if (providers != null) {
      providers.close();
      providers = null;
    }
  }

  /** Returns the keys of this machine only, even if key services are configured. */
  public LocalKeys keysHere(Overrides given) {
    return new LocalKeys(providers(), world, reach(given));
  }

  private Reach reach(Overrides given) {
    return new Reach(world, namedKeys(given), line -> say(given, line));
  }

  /** Returns the keys that flags, the environment and the configuration file name. */
  public NamedKeys namedKeys(Overrides given) {
    return new NamedByRun(this, given);
  }

  /** Returns the configuration file that was named or found. */
  public synchronized Optional<ConfigFile> config(Overrides given) {
    if (config == null) {
      config = new ConfigLocator(world).find(given.textOr("config", CONFIG_VARIABLE, world));
      if (config.isPresent()) {
        warn(config.get().mistakesInProtection());
      }
    }
    return config;
  }

  /** Warns, once per run, about likely mistakes in the creation rules. */
  public synchronized void review(Overrides given) {
    if (!reviewed) {
      reviewed = true;
      Optional<ConfigFile> file = config(given);
      if (file.isPresent()) {
        warn(file.get().mistakes(providers()));
      }
    }
  }

  private void warn(List<String> mistakes) {
    for (String mistake : mistakes) {
      world.tell().warn(mistake);
    }
  }

  /**
   * Reads a file as input.
   *
   * @param name the file as the user names it
   * @throws dev.sealconf.error.FileFailure if it can't be read
   */
  public Input input(Overrides given, String name) {
    return new FileTypes(given, formats()).input(name, files().read(world.resolve(name)));
  }

  /** Returns how the configuration file says to print files in a new layout. */
  public StoreSettings stores(Overrides given) {
    Optional<ConfigFile> file = config(given);
    return file.isPresent() ? file.get().stores() : StoreSettings.NONE;
  }

  /** Reports a line if {@code verbose} was given. */
  public void say(Overrides given, String line) {
    if (given.on("verbose")) {
      world.tell().say(line);
    }
  }
}
