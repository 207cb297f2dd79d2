package dev.sealconf.io;

import dev.sealconf.io.file.FileOwner;
import dev.sealconf.io.file.FileState;
import dev.sealconf.io.folder.LockFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a user's own files live on this operating system. Nothing is created here; a folder is
 * empty when the environment does not say where the user's home is, or says it in something else
 * than UTF-8.
 */
public final class UserFolders {
  private static final Path LOCKS = Path.of("sealconf", "locks");
  private static final Path CACHED_LOCKS = Path.of(".cache", "sealconf", "locks");

  private UserFolders() {}

  /**
   * Settings and identities, the same folder that SOPS takes: {@code $XDG_CONFIG_HOME} or {@code
   * ~/.config}; {@code ~/Library/Application Support} on macOS where the former is not set; {@code
   * %AppData%} on Windows.
   */
  public static Optional<Path> config(World world) {
    return switch (Platform.here()) {
      case WINDOWS -> absolute(world, "AppData");
      case MACOS -> absoluteOr(world, "XDG_CONFIG_HOME", "Library/Application Support");
      case UNIX -> absoluteOr(world, "XDG_CONFIG_HOME", ".config");
    };
  }

  /** What may be lost at any time. */
  public static Optional<Path> cache(World world) {
    return switch (Platform.here()) {
      case WINDOWS -> absolute(world, "LocalAppData");
      case MACOS -> absoluteOr(world, "XDG_CACHE_HOME", "Library/Caches");
      case UNIX -> absoluteOr(world, "XDG_CACHE_HOME", ".cache");
    };
  }

  /** The user's home, where {@code ~} points. */
  public static Optional<Path> home(World world) {
    return absolute(world, Platform.here() == Platform.WINDOWS ? "UserProfile" : "HOME");
  }

  /**
   * A folder for locks, made if it is not there: in {@code $XDG_RUNTIME_DIR}, {@code
   * /run/user/UID}, the cache of {@code $HOME} or of the home that the system knows, the first of
   * these that belongs to the user; else a folder of a random name in {@code /tmp}. On Windows in
   * the user's own temporary folder.
   *
   * @return empty if no folder is the user's alone
   */
  public static Optional<Path> locks(World world) {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    if (!FileState.unix(temporary)) {
      return Optional.of(made(temporary.resolve("sealconf/locks")));
    }
    Optional<Integer> process = FileOwner.ofProcess();
    if (process.isEmpty()) {
      return Optional.empty();
    }
    int user = process.get();
    Path known = Path.of(System.getProperty("user.home"));
    return absolute(world, "XDG_RUNTIME_DIR")
        .flatMap(folder -> LockFolder.below(folder, LOCKS, user))
        .or(() -> LockFolder.below(Path.of("/run/user/" + user), LOCKS, user))
        .or(() -> home(world).flatMap(home -> LockFolder.below(home, CACHED_LOCKS, user)))
        .or(() -> known.isAbsolute() ? LockFolder.below(known, CACHED_LOCKS, user) : none())
        .or(() -> LockFolder.inShared(Path.of("/tmp"), "sealconf-" + user + "-", user));
  }

  private static Optional<Path> none() {
    return Optional.empty();
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      return folder; // what is done in it says why it is not there
    }
  }

  /** The folder that a variable names, or else one in the user's home. */
  private static Optional<Path> absoluteOr(World world, String variable, String inHome) {
    Optional<Path> named = absolute(world, variable);
    Optional<Path> home = named.isPresent() ? Optional.empty() : home(world);
    return home.isPresent() ? Optional.of(home.get().resolve(inHome)) : named;
  }

  private static Optional<Path> absolute(World world, String variable) {
    String name = world.environment().getOrDefault(variable, "");
    if (name.isEmpty() || SystemText.isDamaged(name)) {
      return Optional.empty();
    }
    Path folder = Path.of(name);
    return folder.isAbsolute() ? Optional.of(folder) : Optional.empty();
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
