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
 * The folders for a user's own files on this operating system. Creates nothing. A folder is empty
 * if the environment doesn't say where the user's home is, or its value isn't UTF-8.
 */
public final class UserFolders {
  private static final Path LOCKS = Path.of("sealconf", "locks");
  private static final Path CACHED_LOCKS = Path.of(".cache", "sealconf", "locks");

  private UserFolders() {}

  /**
   * Returns the folder for settings and identities, the same as in SOPS: {@code $XDG_CONFIG_HOME}
   * or {@code ~/.config}; on macOS {@code ~/Library/Application Support} if that variable isn't
   * set; on Windows {@code %AppData%}.
   */
  public static Optional<Path> config(World world) {
    return switch (Platform.here()) {
      case WINDOWS -> absolute(world, "AppData");
      case MACOS -> absoluteOr(world, "XDG_CONFIG_HOME", "Library/Application Support");
      case UNIX -> absoluteOr(world, "XDG_CONFIG_HOME", ".config");
    };
  }

  /** Returns the folder for files that may be deleted at any time. */
  public static Optional<Path> cache(World world) {
    return switch (Platform.here()) {
      case WINDOWS -> absolute(world, "LocalAppData");
      case MACOS -> absoluteOr(world, "XDG_CACHE_HOME", "Library/Caches");
      case UNIX -> absoluteOr(world, "XDG_CACHE_HOME", ".cache");
    };
  }

  /** Returns the user's home folder, which {@code ~} means. */
  public static Optional<Path> home(World world) {
    return absolute(world, Platform.here() == Platform.WINDOWS ? "UserProfile" : "HOME");
  }

  /**
   * Returns a folder for locks, and creates it if necessary. It is in the first of these that
   * belongs to the user: {@code $XDG_RUNTIME_DIR}, {@code /run/user/UID}, the cache folder in
   * {@code $HOME} or in the home folder that the system knows. If there is none, it has a random
   * name in {@code /tmp}. On Windows it is in the user's temporary folder.
   *
   * @return empty if no folder belongs to the user alone
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
      return folder; // whoever uses the folder reports that it is missing
    }
  }

  /** Returns the folder that a variable names, or else a folder in the user's home. */
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
