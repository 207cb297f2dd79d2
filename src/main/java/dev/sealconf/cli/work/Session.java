package dev.sealconf.cli.work;

import dev.sealconf.cli.option.Arguments;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
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
import dev.sealconf.keys.ring.ProviderFolders;
import dev.sealconf.keys.ring.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run of the program: the world, and what is found in it when it is first needed. May be used
 * from several threads.
 */
public final class Session implements AutoCloseable {
  private final World world;
  private final Reports reports;
  private final String calledAs;
  private final List<KeyRing> rings = new ArrayList<>();
  private KeyProviders providers;
  private DocumentFormats formats;
  private Optional<ConfigFile> config;
  private boolean reviewed;

  /**
   * A run in this world.
   *
   * @param calledAs the name the program was started by
   */
  public Session(World world, String calledAs) {
    this.reports = new Reports(world.err());
    this.world = reports.in(world, calledAs);
    this.calledAs = calledAs;
  }

  /** All that the run sees of the machine. */
  public World world() {
    return world;
  }

  /** What threads print that work at the same time. */
  Reports reports() {
    return reports;
  }

  /** {@code sealconf} or {@code sops}. */
  public String calledAs() {
    return calledAs;
  }

  /** Reads and replaces files. */
  public SafeFile files() {
    return new SafeFile(world);
  }

  /** The key providers there are. */
  public synchronized KeyProviders providers() {
    if (providers == null) {
      providers = KeyProviders.installed(new ProviderFolders(world));
    }
    return providers;
  }

  /** The formats there are. */
  public synchronized DocumentFormats formats() {
    if (formats == null) {
      formats = new DocumentFormats();
    }
    return formats;
  }

  /** A ring over all providers, in the order that was asked for. */
  public synchronized KeyRing keyRing(Arguments given) {
    KeyRing ring =
        new KeyRing(
            providers(),
            world,
            reach(given),
            KeyServiceOptions.services(given, providers(), world),
            KeyServiceOptions.order(given));
    rings.add(ring);
    return ring;
  }

  /** Forgets and wipes what its rings have unwrapped, failures included. */
  @Override
  public synchronized void close() {
    for (KeyRing ring : rings) {
      ring.close();
    }
    rings.clear();
  }

  /** The keys of this machine alone, whatever key services there are. */
  public LocalKeys keysHere(Arguments given) {
    return new LocalKeys(providers(), world, reach(given));
  }

  private Reach reach(Arguments given) {
    return new Reach(world, namedKeys(given), line -> say(given, line));
  }

  /** The keys that flags, the environment and the configuration file name. */
  public NamedKeys namedKeys(Arguments given) {
    return new KeysNamedByRun(this, given);
  }

  /** The configuration file: named, or found. */
  public synchronized Optional<ConfigFile> config(Arguments given) {
    if (config == null) {
      config = new ConfigLocator(world).find(given.textOr("config", GlobalOptions.CONFIG_VARIABLE));
      config.ifPresent(file -> file.mistakesInProtection().forEach(world.tell()::warn));
    }
    return config;
  }

  /** Warns, once in a run, of what is probably a mistake in the creation rules. */
  public synchronized void review(Arguments given) {
    if (!reviewed) {
      reviewed = true;
      config(given).ifPresent(file -> file.mistakes(providers()).forEach(world.tell()::warn));
    }
  }

  /** How files are printed in a new layout, by the configuration file. */
  public StoreSettings stores(Arguments given) {
    return config(given).map(ConfigFile::stores).orElse(StoreSettings.NONE);
  }

  /** Prints a line on standard error if {@code --verbose} was given. */
  public void say(Arguments given, String line) {
    if (given.on("verbose")) {
      world.err().println(line);
    }
  }
}
