package dev.sealconf.io;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a user's own files live on this operating system. Nothing is created here; a folder is
 * empty when the environment does not say where the user's home is, or says it in something else
 * than UTF-8.
 */
public final class UserFolders {
  private UserFolders() {}

  /**
   * Settings and identities, the same folder that SOPS takes: {@code $XDG_CONFIG_HOME} or {@code
   * ~/.config}; {@code ~/Library/Application Support} on macOS where the former is not set; {@code
   * %AppData%} on Windows.
   */
  public static Optional<Path> config(World world) {
    return switch (Platform.here()) {
      case WINDOWS -> absolute(world, "AppData");
      case MACOS ->
          absolute(world, "XDG_CONFIG_HOME").or(() -> inHome(world, "Library/Application Support"));
      case UNIX -> absolute(world, "XDG_CONFIG_HOME").or(() -> inHome(world, ".config"));
    };
  }

  /** What may be lost at any time. */
  public static Optional<Path> cache(World world) {
    return switch (Platform.here()) {
      case WINDOWS -> absolute(world, "LocalAppData");
      case MACOS -> absolute(world, "XDG_CACHE_HOME").or(() -> inHome(world, "Library/Caches"));
      case UNIX -> absolute(world, "XDG_CACHE_HOME").or(() -> inHome(world, ".cache"));
    };
  }

  /** The user's home, where {@code ~} points. */
  public static Optional<Path> home(World world) {
    return absolute(world, Platform.here() == Platform.WINDOWS ? "UserProfile" : "HOME");
  }

  /**
   * What lives as long as the user is logged in, such as locks: {@code $XDG_RUNTIME_DIR/sealconf},
   * else {@code /tmp/sealconf-UID}; the user's own temporary folder on macOS and Windows. Whoever
   * uses it checks that it belongs to the user.
   */
  public static Path runtime(World world) {
    return absolute(world, "XDG_RUNTIME_DIR")
        .map(dir -> dir.resolve("sealconf"))
        .orElseGet(() -> sharedRuntime(world));
  }

  /** The runtime folder for a user without {@code XDG_RUNTIME_DIR}. */
  static Path sharedRuntime(World world) {
    return FileOwner.ofProcess()
        .map(uid -> Path.of("/tmp/sealconf-" + uid))
        .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "sealconf"));
  }

  private static Optional<Path> inHome(World world, String folder) {
    return home(world).map(h -> h.resolve(folder));
  }

  private static Optional<Path> absolute(World world, String variable) {
    return Optional.of(world.environment().getOrDefault(variable, ""))
        .filter(folder -> !folder.isEmpty() && !SystemText.isDamaged(folder))
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  private enum Platform {
    UNIX,
    MACOS,
    WINDOWS;

    static Platform here() {
      String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
      if (name.startsWith("windows")) {
        return WINDOWS;
      }
      return name.startsWith("mac") ? MACOS : UNIX;
    }
  }
}
