package dev.sealconf.keys.providers.age;

import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.ShellWords;
import dev.sealconf.io.Subprocess;
import dev.sealconf.io.UserFolders;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All the places where SOPS looks for identities that can be used here: {@code SOPS_AGE_KEY}, the
 * file {@code SOPS_AGE_KEY_FILE}, the command {@code SOPS_AGE_KEY_CMD}, and the key file in the
 * user's folder. Each is looked at once in a run, the command once for each recipient.
 */
public final class IdentitySources {
  static final String KEY = "SOPS_AGE_KEY";
  static final String KEY_FILE = "SOPS_AGE_KEY_FILE";
  static final String KEY_COMMAND = "SOPS_AGE_KEY_CMD";
  static final String RECIPIENT = "SOPS_AGE_RECIPIENT";

  private static final Duration COMMAND_TIMEOUT = Duration.ofMinutes(2);

  private final World world;
  private final Map<String, IdentitySource> printed = new ConcurrentHashMap<>();
  private final List<IdentitySource> lying = new ArrayList<>();
  private final List<String> barren = new ArrayList<>();
  private boolean read;

  /** The sources of this world; nothing is read yet. */
  public IdentitySources(World world) {
    this.world = world;
  }

  /** The file that SOPS reads by default; empty if the user's folder is unknown. */
  public static Optional<Path> defaultFile(World world) {
    return UserFolders.config(world).map(folder -> folder.resolve("sops/age/keys.txt"));
  }

  /**
   * Identities in the order in which to try them for a recipient: what is there without asking
   * anybody comes first, a passphrase is asked for last.
   */
  public List<AgeIdentity> identities(String recipient) {
    List<AgeIdentity> ordered = new ArrayList<>();
    List<AgeIdentity> locked = new ArrayList<>();
    for (IdentitySource source : lying()) {
      (source.isLocked() ? locked : ordered).add(source);
    }
    if (world.variable(KEY_COMMAND).isPresent()) {
      ordered.add(stanzas -> printedBy(recipient).unwrap(stanzas));
    }
    ordered.addAll(locked);
    return ordered;
  }

  /** Where was looked for a recipient's identity, and what there was: {@code place (what)}. */
  public List<String> places(String recipient) {
    List<String> places = new ArrayList<>();
    for (IdentitySource source : lying()) {
      places.add(source.report());
    }
    if (printed.containsKey(recipient)) {
      places.add(printed.get(recipient).report());
    }
    places.addAll(barren);
    return places;
  }

  private synchronized List<IdentitySource> lying() {
    if (!read) {
      read = true;
      world.variable(KEY).ifPresent(text -> lying.add(source(KEY, bytes(text))));
      world.variable(KEY_FILE).ifPresent(name -> readFile(world.resolve(name), KEY_FILE + " "));
      defaultFile(world)
          .ifPresentOrElse(
              file -> readFile(file, ""), () -> barren.add("the user's folder (HOME is not set)"));
    }
    return lying;
  }

  private void readFile(Path file, String prefix) {
    String place = Printable.quote(file.toString());
    KeyFile found = KeyFile.read(file, world);
    if (found instanceof KeyFile.Found present) {
      lying.add(source(place, present.content()));
    } else if (found instanceof KeyFile.Absent absent) {
      barren.add(prefix + place + " (" + absent.why() + ")");
    }
  }

  private IdentitySource printedBy(String recipient) {
    return printed.computeIfAbsent(recipient, this::runCommand);
  }

  private IdentitySource runCommand(String recipient) {
    Optional<List<String>> words = ShellWords.split(world.variable(KEY_COMMAND).orElse(""));
    if (words.isEmpty() || words.get().isEmpty()) {
      return IdentitySource.failed(KEY_COMMAND, "can't be split into words");
    }
    try {
      Subprocess command = new Subprocess(world, COMMAND_TIMEOUT);
      return source(KEY_COMMAND, command.output(words.get(), Map.of(RECIPIENT, recipient)));
    } catch (SealconfException e) {
      return IdentitySource.failed(KEY_COMMAND, e.getMessage());
    }
  }

  private IdentitySource source(String place, byte[] content) {
    return IdentitySource.of(place, content, world);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
