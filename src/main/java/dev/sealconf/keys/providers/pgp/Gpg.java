package dev.sealconf.keys.providers.pgp;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.FailureType;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.UserFolders;
import dev.sealconf.io.World;
import dev.sealconf.io.process.Subprocess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The gpg program: {@code SOPS_GPG_EXEC} or {@code gpg}. It is called with the same arguments as
 * SOPS uses, followed by {@code --status-fd}. Secrets only pass through its standard input and
 * output. gpg handles its keyrings, agent and smartcards.
 */
public final class Gpg {
  private static final String PROGRAM = "SOPS_GPG_EXEC";
  private static final String FOLDER = "GNUPGHOME";
  private static final String BEGIN = "-----BEGIN PGP MESSAGE-----";
  private static final List<String> REPORT = List.of("--status-fd", "2");

  /**
   * For a program that must not wait for a person; the agent may know the passphrase. Needs gpg
   * 2.1.
   */
  private static final List<String> NO_PROMPT = List.of("--pinentry-mode", "error");

  /** Long enough for someone to find a smartcard and type its PIN. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final World world;
  private final Map<Fingerprint, Fingerprint> exact = new ConcurrentHashMap<>();

  /** Uses the gpg of this world. Starts nothing yet. */
  public Gpg(World world) {
    this.world = world;
  }

  /**
   * Encrypts the share for this key and returns an armored message, without white space around it.
   * The fingerprint of a subkey selects that subkey, even if the key has a newer one.
   *
   * @throws SealconfException saying why gpg can't encrypt for the key
   */
  public String encrypt(SecretBytes share, Fingerprint named) {
    Fingerprint to = exact(named);
    Stream<String> arguments =
        Stream.of(
            "--no-default-recipient",
            "--yes",
            "--encrypt",
            "-a",
            "-r",
            to.text(),
            "--trusted-key",
            to.keyId(),
            "--no-encrypt-to");
    arguments = Stream.concat(arguments, REPORT.stream());
    Subprocess.Result result = run(KeyFailure.NotWrapped::new, arguments, share.exposed());
    if (result.status() != 0) {
      throw failure(
          KeyFailure.NotWrapped::new, new GpgStatus(result.errors()).encrypting(), result.status());
    }
    String message = new String(result.out(), StandardCharsets.US_ASCII).strip();
    if (!message.startsWith(BEGIN)) {
      throw new KeyFailure.NotWrapped("gpg printed no OpenPGP message");
    }
    return message;
  }

  /**
   * Decrypts an armored message. The caller closes the result. Calls run one at a time, so that gpg
   * asks for a passphrase once and not in several prompts.
   *
   * @param only the key that must have decrypted the message; empty for any
   * @throws SealconfException saying why gpg can't decrypt it, and where its keys are
   */
  public synchronized SecretBytes decrypt(String message, Optional<Fingerprint> only) {
    byte[] input = message.getBytes(StandardCharsets.UTF_8);
    Stream<String> decrypting =
        world.ask().allowsPrompts()
            ? Stream.of("-d")
            : Stream.concat(NO_PROMPT.stream(), Stream.of("-d"));
    Subprocess.Result result =
        run(KeyFailure.NotUnwrapped::new, Stream.concat(decrypting, REPORT.stream()), input);
    GpgStatus status = new GpgStatus(result.errors());
    boolean opened = result.status() == 0 && result.out().length > 0 && status.decrypted();
    boolean wanted = only.isEmpty() || status.usedKeys().stream().anyMatch(only.get()::names);
    if (opened && wanted) {
      return SecretBytes.owning(result.out());
    }
    Arrays.fill(result.out(), (byte) 0);
    if (opened) {
      throw failure(KeyFailure.NotUnwrapped::new, Optional.of(GpgTrouble.OTHER_KEY), 0);
    }
    if (result.status() == 0) {
      GpgTrouble trouble = status.decrypted() ? GpgTrouble.DAMAGED : GpgTrouble.NOT_A_MESSAGE;
      throw failure(KeyFailure.NotUnwrapped::new, Optional.of(trouble), 0);
    }
    throw failure(KeyFailure.NotUnwrapped::new, status.decrypting(), result.status());
  }

  /**
   * Adds the {@code !} that makes gpg use exactly this subkey, if the fingerprint names a usable
   * one.
   */
  private Fingerprint exact(Fingerprint named) {
    Fingerprint known = named.isExact() ? named : exact.get(named);
    if (known != null) {
      return known;
    }
    Subprocess.Result listed =
        run(
            KeyFailure.NotWrapped::new,
            Stream.concat(
                Stream.concat(Stream.of("--batch", "--with-colons"), REPORT.stream()),
                Stream.of("--list-keys", named.text())),
            new byte[0]);
    String text = new String(listed.out(), StandardCharsets.UTF_8);
    Fingerprint found =
        Subkeys.listed(text).stream().anyMatch(named::names) ? named.exactly() : named;
    if (listed.status() == 0) {
      exact.put(named, found);
    }
    return found;
  }

  private Subprocess.Result run(FailureType type, Stream<String> arguments, byte[] input) {
    String program = world.variable(PROGRAM).orElse("gpg");
    List<String> command = Stream.concat(Stream.of(program), arguments).toList();
    try {
      return new Subprocess(world, PATIENCE).exchange(command, input);
    } catch (SealconfException e) {
      SealconfException failure =
          type.of(e.getMessage() + lookedIn())
              .hint("install GnuPG, or name its program: export " + PROGRAM + "=…")
              .from(e);
      throw e.isTemporary() ? failure.temporary() : failure;
    }
  }

  private SealconfException failure(FailureType type, Optional<GpgTrouble> trouble, int status) {
    String why = trouble.map(GpgTrouble::message).orElse("gpg failed with exit code " + status);
    SealconfException failure = type.of(why + lookedIn());
    if (trouble.isEmpty()) {
      return failure
          .hint("to see its messages, encrypt something for this key with gpg")
          .temporary();
    }
    for (String hint : trouble.get().hints()) {
      failure = failure.hint(hint);
    }
    return trouble.get().isTemporary() ? failure.temporary() : failure;
  }

  private String lookedIn() {
    Optional<Path> folder =
        world
            .variable(FOLDER)
            .map(world::resolve)
            .or(() -> UserFolders.home(world).map(home -> home.resolve(".gnupg")));
    return folder
        .map(path -> "; looked in " + Printable.quote(path.toString()))
        .orElse("; looked in the user's folder (HOME is not set)");
  }
}
