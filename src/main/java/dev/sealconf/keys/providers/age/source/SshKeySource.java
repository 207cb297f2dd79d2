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

/** One place that may hold a private ssh key, and what was read from it. */
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
   * Reads the key in a file. Looks for its public key in the {@code .pub} file next to it.
   *
   * @param prefix text to put before the file's name in reports if the file is missing
   */
  static SshKeySource ofFile(String prefix, Path file, World world) {
    String place = Printable.quote(file.toString());
    KeyFile found = KeyFile.read(file, world);
    if (found instanceof KeyFile.Found present) {
      return of(place, present.content(), () -> publicKeyBeside(file), world);
    }
    return failed(prefix + place, ((KeyFile.Absent) found).why());
  }

  /** Reads the key that a command printed. */
  static SshKeySource ofOutput(String place, byte[] content, World world) {
    return of(place, content, Optional::empty, world);
  }

  /** Describes a place that has no key, and why. */
  static SshKeySource failed(String place, String problem) {
    return new SshKeySource(place, null, problem);
  }

  /** Marks this place as one where a later attempt may find something. */
  SshKeySource temporary() {
    temporary = true;
    return this;
  }

  /** Returns whether a later attempt may find something here. */
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
      // Treat an unreadable file as missing: the caller reports a missing public key.
      return Optional.empty();
    }
    return Optional.empty();
  }

  /**
   * Unwraps the file key if this key matches and the filter allows it. If the passphrase is missing
   * or wrong, records that as this place's problem and returns empty.
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

  /** Wipes the key, as far as Java can. */
  @Override
  public synchronized void close() {
    if (key != null) {
      key.close();
    }
  }

  /** Returns whether the key was needed but could not be unlocked. */
  synchronized boolean stayedLocked() {
    return key != null && key.isLocked() && !problem.isEmpty();
  }

  /** Returns the place and what is wrong with its key. */
  synchronized String report() {
    return place + " (" + (problem.isEmpty() ? "another key" : problem) + ")";
  }
}
