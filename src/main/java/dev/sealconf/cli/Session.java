package dev.sealconf.cli;

import dev.sealconf.cli.option.Arguments;
import dev.sealconf.cli.option.GlobalOptions;
import dev.sealconf.cli.option.KeyServiceOptions;
import dev.sealconf.config.ConfigFile;
import dev.sealconf.config.ConfigLocator;
import dev.sealconf.config.StoreSettings;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.io.SafeFile;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyProviders;
import dev.sealconf.keys.KeyRing;
import dev.sealconf.operation.Strictness;
import java.util.Optional;

/**
 * One run of the program: the world, and what is found in it when it is first needed. May be used
 * from several threads.
 */
final class Session {
  private final World world;
  private final String calledAs;
  private KeyProviders providers;
  private DocumentFormats formats;
  private Optional<ConfigFile> config;

  /**
   * @param calledAs the name the program was started by
   */
  Session(World world, String calledAs) {
    this.world = world;
    this.calledAs = calledAs;
  }

  World world() {
    return world;
  }

  String calledAs() {
    return calledAs;
  }

  SafeFile files() {
    return new SafeFile(world);
  }

  synchronized KeyProviders providers() {
    if (providers == null) {
      providers = KeyProviders.installed();
    }
    return providers;
  }

  synchronized DocumentFormats formats() {
    if (formats == null) {
      formats = new DocumentFormats();
    }
    return formats;
  }

  /** A ring over all providers, in the order that was asked for. */
  KeyRing keyRing(Arguments given) {
    return new KeyRing(providers(), world, KeyServiceOptions.order(given, world));
  }

  /** The configuration file: named, or found. */
  synchronized Optional<ConfigFile> config(Arguments given) {
    if (config == null) {
      config = new ConfigLocator(world).find(given.textOr("config", GlobalOptions.CONFIG_VARIABLE));
    }
    return config;
  }

  StoreSettings stores(Arguments given) {
    return config(given).map(ConfigFile::stores).orElse(StoreSettings.NONE);
  }

  /** What opening insists on, by flags and configuration. */
  Strictness strictness(Arguments given) {
    return new Strictness(
        given.on("ignore-mac"), config(given).map(ConfigFile::requireSeal).orElse(false));
  }

  /** Prints a line on standard error if {@code --verbose} was given. */
  void say(Arguments given, String line) {
    if (given.on("verbose")) {
      world.err().println(line);
    }
  }
}
