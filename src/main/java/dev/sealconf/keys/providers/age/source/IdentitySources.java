package dev.sealconf.keys.providers.age.source;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.UserFolders;
import dev.sealconf.io.World;
import dev.sealconf.io.file.KeyFile;
import dev.sealconf.io.process.ShellWords;
import dev.sealconf.io.process.Subprocess;
import dev.sealconf.keys.providers.age.plugin.Plugins;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All the places where SOPS looks for identities: {@code SOPS_AGE_KEY}, the file {@code
 * SOPS_AGE_KEY_FILE}, the command {@code SOPS_AGE_KEY_CMD}, and the key file in the user's
 * configuration folder. For ssh keys: {@code SOPS_AGE_SSH_PRIVATE_KEY_FILE}, {@code
 * SOPS_AGE_SSH_PRIVATE_KEY_CMD}, {@code ~/.ssh/id_ed25519} and {@code ~/.ssh/id_rsa}. Each place is
 * read at most once per run, and only when needed. A command runs once for each recipient, and
 * again if it timed out.
 */
public final class IdentitySources implements AutoCloseable {
  static final String KEY = "SOPS_AGE_KEY";
  static final String KEY_FILE = "SOPS_AGE_KEY_FILE";
  static final String KEY_COMMAND = "SOPS_AGE_KEY_CMD";
  static final String SSH_FILE = "SOPS_AGE_SSH_PRIVATE_KEY_FILE";
  static final String SSH_COMMAND = "SOPS_AGE_SSH_PRIVATE_KEY_CMD";
  static final String RECIPIENT = "SOPS_AGE_RECIPIENT";

  private static final Duration COMMAND_TIMEOUT = Duration.ofMinutes(2);

  private final World world;
  private final Map<String, IdentitySource> printed = new ConcurrentHashMap<>();
  private final Map<String, SshKeySource> printedSsh = new ConcurrentHashMap<>();
  private final List<IdentitySource> stored = new ArrayList<>();
  private final List<SshKeySource> storedSsh = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private Plugins plugins;
  private boolean read;
  private boolean readSsh;

  /** Uses the sources of this world. Reads nothing yet. */
  public IdentitySources(World world) {
    this.world = world;
  }

  /**
   * Returns the key file that SOPS reads by default, or empty if the user's configuration folder is
   * unknown.
   */
  public static Optional<Path> defaultFile(World world) {
    Optional<Path> folder = UserFolders.config(world);
    return folder.isPresent()
        ? Optional.of(folder.get().resolve("sops/age/keys.txt"))
        : Optional.empty();
  }

  /** Returns the plugins of this world. */
  public synchronized Plugins plugins() {
    if (plugins == null) {
      plugins = new Plugins(world);
    }
    return plugins;
  }

  /** Returns a search that may use any identity to decrypt an age file for this recipient. */
  public IdentitySearch search(String recipient) {
    return new IdentitySearch(recipient, new IdentityFilter(Optional.empty()), this, world);
  }

  /** Returns a search that uses only the identity for this recipient. */
  public IdentitySearch searchOnly(String recipient) {
    return new IdentitySearch(recipient, new IdentityFilter(Optional.of(recipient)), this, world);
  }

  /** Returns the sources in variables and files. */
  synchronized List<IdentitySource> stored() {
    if (!read) {
      read = true;
      Optional<String> text = world.variable(KEY);
      if (text.isPresent()) {
        stored.add(source(KEY, bytes(text.get())));
      }
      Optional<String> named = world.variable(KEY_FILE);
      if (named.isPresent()) {
        readFile(world.resolve(named.get()), KEY_FILE + " ");
      }
      Optional<Path> usual = defaultFile(world);
      if (usual.isPresent()) {
        readFile(usual.get(), "");
      } else {
        missing.add("the user's folder (HOME is not set)");
      }
    }
    return stored;
  }

  /** Returns the recipients of the identities in variables and unlocked files. */
  public List<String> recipients() {
    return stored().stream().flatMap(source -> source.recipients().stream()).distinct().toList();
  }

  /** Returns the places that hold nothing, each with the reason. */
  synchronized List<String> missing() {
    return List.copyOf(missing);
  }

  private void readFile(Path file, String prefix) {
    String place = Printable.quote(file.toString());
    KeyFile found = KeyFile.read(file, world);
    if (found instanceof KeyFile.Found present) {
      stored.add(source(place, present.content()));
    } else if (found instanceof KeyFile.Absent absent) {
      missing.add(prefix + place + " (" + absent.why() + ")");
    }
  }

  /** Returns the ssh keys in files. */
  synchronized List<SshKeySource> storedSsh() {
    if (!readSsh) {
      readSsh = true;
      world
          .variable(SSH_FILE)
          .map(world::resolve)
          .ifPresent(file -> storedSsh.add(SshKeySource.ofFile(SSH_FILE + " ", file, world)));
      Optional<Path> folder = UserFolders.home(world).map(home -> home.resolve(".ssh"));
      for (String name : List.of("id_ed25519", "id_rsa")) {
        folder
            .map(ssh -> ssh.resolve(name))
            .ifPresent(file -> storedSsh.add(SshKeySource.ofFile("", file, world)));
      }
    }
    return storedSsh;
  }

  /** Runs the command for a recipient and returns its output, or empty if no command is set. */
  Optional<IdentitySource> printedFor(String recipient) {
    Optional<IdentitySource> source =
        world
            .variable(KEY_COMMAND)
            .map(line -> printed.computeIfAbsent(recipient, r -> runForKeys(line, r)));
    if (source.isPresent() && source.get().isTemporary()) {
      printed.remove(recipient, source.get());
    }
    return source;
  }

  private IdentitySource runForKeys(String line, String recipient) {
    try {
      return source(KEY_COMMAND, output(line, recipient));
    } catch (SealconfException e) {
      IdentitySource failed = IdentitySource.failed(KEY_COMMAND, e.getMessage());
      return e.isTemporary() ? failed.temporary() : failed;
    }
  }

  /**
   * Runs the ssh key command for a recipient and returns its output, or empty if no command is set.
   */
  Optional<SshKeySource> printedSshFor(String recipient) {
    Optional<SshKeySource> source =
        world
            .variable(SSH_COMMAND)
            .map(line -> printedSsh.computeIfAbsent(recipient, r -> runForSshKey(line, r)));
    if (source.isPresent() && source.get().isTemporary()) {
      printedSsh.remove(recipient, source.get());
    }
    return source;
  }

  private SshKeySource runForSshKey(String line, String recipient) {
    try {
      return SshKeySource.ofOutput(SSH_COMMAND, output(line, recipient), world);
    } catch (SealconfException e) {
      SshKeySource failed = SshKeySource.failed(SSH_COMMAND, e.getMessage());
      return e.isTemporary() ? failed.temporary() : failed;
    }
  }

  private byte[] output(String line, String recipient) {
    List<String> words =
        ShellWords.split(line)
            .filter(split -> !split.isEmpty())
            .orElseThrow(() -> new MachineFailure("can't be split into words"));
    return new Subprocess(world, COMMAND_TIMEOUT).output(words, Map.of(RECIPIENT, recipient));
  }

  /** Wipes all identities that were read, as far as Java can. */
  @Override
  public synchronized void close() {
    for (IdentitySource source : stored) {
      source.close();
    }
    for (IdentitySource source : printed.values()) {
      source.close();
    }
    for (SshKeySource source : storedSsh) {
      source.close();
    }
    for (SshKeySource source : printedSsh.values()) {
      source.close();
    }
  }

  private IdentitySource source(String place, byte[] content) {
    return IdentitySource.of(place, content, world);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
