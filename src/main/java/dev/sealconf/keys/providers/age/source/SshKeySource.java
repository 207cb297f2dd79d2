package dev.sealconf.keys.providers.age.source;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import dev.sealconf.io.file.KeyFile;
import dev.sealconf.keys.providers.age.AgeException;
import dev.sealconf.keys.providers.age.Stanza;
import dev.sealconf.keys.providers.age.ssh.SshPrivateKey;
import dev.sealconf.keys.providers.age.ssh.SshPublicKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One place that may hold a private ssh key, as it was found. */
final class SshKeySource implements AutoCloseable {
  private static final int LARGEST_PUBLIC_KEY = 64 << 10;

  private final String place;
  private final SshPrivateKey key;
  private String problem;
  private boolean temporary;

  private SshKeySource(String place, SshPrivateKey key, String problem) {
    this.place = place;
    this.key = key;
    this.problem = problem;
  }

  /**
   * The key in a file; the public half is looked for in the file beside it, {@code .pub}.
   *
   * @param prefix is before the file's name in reports when there is none
   */
  static SshKeySource ofFile(String prefix, Path file, World world) {
    String place = Printable.quote(file.toString());
    KeyFile found = KeyFile.read(file, world);
    if (found instanceof KeyFile.Found present) {
      return of(place, present.content(), () -> publicKeyBeside(file), world);
    }
    return failed(prefix + place, ((KeyFile.Absent) found).why());
  }

  /** The key that a command printed. */
  static SshKeySource ofOutput(String place, byte[] content, World world) {
    return of(place, content, Optional::empty, world);
  }

  /** A place that gave nothing, and why. */
  static SshKeySource failed(String place, String problem) {
    return new SshKeySource(place, null, problem);
  }

  /** The same place, where a later attempt may find something. */
  SshKeySource temporary() {
    temporary = true;
    return this;
  }

  /** Whether a later attempt may find something. */
  boolean isTemporary() {
    return temporary;
  }

  private static SshKeySource of(
      String place, byte[] content, Supplier<Optional<SshPublicKey>> beside, World world) {
    try (SecretBytes text = SecretBytes.owning(content)) {
      return new SshKeySource(place, SshPrivateKey.read(text.exposed(), place, beside, world), "");
    } catch (AgeException e) {
      return failed(place, e.getMessage());
    }
  }

  private static Optional<SshPublicKey> publicKeyBeside(Path file) {
    Path beside = file.resolveSibling(file.getFileName() + ".pub");
    try {
      if (Files.isRegularFile(beside) && Files.size(beside) <= LARGEST_PUBLIC_KEY) {
        String text = new String(Files.readAllBytes(beside), StandardCharsets.ISO_8859_1);
        return SshPublicKey.parse(text.strip());
      }
    } catch (IOException e) {
      // As if it were not there: what is missing is told by who asked.
      return Optional.empty();
    }
    return Optional.empty();
  }

  /**
   * The file key, if this key fits and the filter admits it. A passphrase that is not given or
   * wrong is a matter of this place, not of the file.
   *
   * @throws AgeException if a stanza is malformed
   */
  synchronized Optional<SecretBytes> unwrap(List<Stanza> stanzas, IdentityFilter filter)
      throws AgeException {
    if (!problem.isEmpty() || !filter.admits(key.publicKey())) {
      return Optional.empty();
    }
    try {
      return key.unwrap(stanzas);
    } catch (AgeException e) {
      if (e.part() != AgeException.Part.NO_MATCH) {
        throw e;
      }
      problem = e.getMessage();
      return Optional.empty();
    }
  }

  /** Wipes its key, as far as Java can. */
  @Override
  public synchronized void close() {
    if (key != null) {
      key.close();
    }
  }

  /** Whether its key is the one that is needed, and stays locked. */
  synchronized boolean stayedLocked() {
    return key != null && key.isLocked() && !problem.isEmpty();
  }

  /** The place and what is to be said of it. */
  synchronized String report() {
    return place + " (" + (problem.isEmpty() ? "another key" : problem) + ")";
  }
}
