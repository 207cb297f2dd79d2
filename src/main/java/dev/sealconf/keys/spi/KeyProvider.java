package dev.sealconf.keys.spi;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * Wraps and unwraps data keys for one kind of master key. An implementation is a class annotated
 * {@code @AutoService(KeyProvider.class)} with a public no-argument constructor. An instance serves
 * one run of the program, so it may keep identities until {@link #close}. {@link #wrap} and {@link
 * #unwrap} are called from several threads. A failure that may be gone at the next attempt must be
 * {@link SealconfException#temporary}; it is not remembered.
 */
public interface KeyProvider extends AutoCloseable {

  /**
   * Returns the name used in the metadata and in {@code --decryption-order}, such as {@code age}.
   */
  String id();

  /**
   * Returns the provider's position in help and in the default decryption order: lower comes first.
   * Providers with the same rank are sorted by id.
   */
  int rank();

  /** Returns the flag that takes recipients. */
  RecipientFlag flag();

  /**
   * Returns a shortened recipient for help and hints, which show that of the first provider that
   * has one.
   */
  default Optional<String> example() {
    return Optional.empty();
  }

  /** Returns the settings that apply to its recipients. */
  default List<RecipientSetting> settings() {
    return List.of();
  }

  /**
   * Parses a comma-separated list of recipients.
   *
   * @throws SealconfException if one is malformed
   */
  List<MasterKey> parse(String recipients);

  /**
   * Parses a comma-separated list of recipients, which may be empty, with settings.
   *
   * @param settings values by the name of the {@link #settings} flag; contains only those that were
   *     given
   * @throws SealconfException if a recipient or a setting is malformed
   */
  default List<MasterKey> parse(String recipients, Map<String, String> settings) {
    return parse(recipients);
  }

  /**
   * Applies settings given by flags to a key from a creation rule.
   *
   * @throws SealconfException a {@code UsageFailure.Conflict} if the rule contradicts the flags
   */
  default MasterKey with(MasterKey key, Map<String, String> settings) {
    return key;
  }

  /**
   * Parses a {@code key_groups} entry that is a map. Field names are passed as written.
   *
   * @throws SealconfException if it is malformed, or this provider's entries must be texts
   */
  default MasterKey parseEntry(SortedMap<String, Field> entry) {
    throw new ConfigFailure.Invalid("an entry of " + flag().groupField() + " must be a string");
  }

  /**
   * Returns the recipients of the keys on this machine, as far as they are known without a
   * passphrase or a request to a service.
   */
  default List<String> ownRecipients(World world) {
    return List.of();
  }

  /** Returns whether SOPS rejects a key of this kind without a valid {@code created_at}. */
  default boolean dated() {
    return false;
  }

  /** Returns whether SOPS writes this kind's list in every key group, even if it is empty. */
  default boolean listedWhenEmpty() {
    return false;
  }

  /** Returns whether {@code given} refers to {@code key}, ignoring a missing version. */
  default boolean means(MasterKey given, MasterKey key) {
    return given.name().equals(key.name());
  }

  /**
   * Returns whether a creation rule that names {@code given} allows the use of {@code key} from a
   * file to unwrap. True if they are the same key and {@code key} adds nothing that the rule
   * doesn't name, such as a role.
   */
  default boolean covers(MasterKey given, MasterKey key) {
    return means(given, key);
  }

  /**
   * Returns the name to compare with entries of {@code SEALCONF_ALLOWED_KEYS}. Empty if the key has
   * extras, such as a role, that only its full name may allow.
   */
  default Optional<String> bareName(MasterKey key) {
    return Optional.of(key.name());
  }

  /** Reads the master key of a metadata entry from all its fields except {@code enc}. */
  MasterKey read(SortedMap<String, Field> fields);

  /** Returns whether this kind of key is not on this machine, so that using one needs a network. */
  default boolean remote() {
    return false;
  }

  /** Returns whether using this key sends a request over a network. Such keys are tried last. */
  default boolean asksNetwork(MasterKey key, World world) {
    return remote();
  }

  /**
   * Returns whether the user's environment names this key or its location. Then it may be used even
   * if otherwise only a file names it ({@code docs/security.md §reach}). Recipients in the flag's
   * own environment variable don't need this.
   */
  default boolean named(MasterKey key, World world) {
    return false;
  }

  /**
   * Returns whether a creation rule in {@code .sops.yaml} is enough to allow the use of a key. It
   * must not be if the name of the key decides which host receives the user's credentials.
   */
  default boolean trustsRules() {
    return true;
  }

  /**
   * Returns why a key that only a file names isn't in the account of the user's credentials, at the
   * vendor's own host. The reason is the end of a sentence, or an empty text if no account is
   * known. Returns empty if the key is in that account, so it may be used to unwrap. May ask the
   * vendor who the user is, once per run.
   *
   * @throws SealconfException if the account can't be determined
   */
  default Optional<String> outsideOwnAccount(MasterKey key, World world) {
    return Optional.of("");
  }

  /**
   * Adds what is known only at the time of wrapping, such as the creation time or the key's
   * version. Called before {@link #wrap}, which gets the result.
   *
   * @throws SealconfException a {@code KeyFailure.NotWrapped} if the key can't wrap here
   */
  default MasterKey complete(MasterKey to, World world) {
    return to;
  }

  /** Wraps a share of 32 or 33 bytes and returns the text for {@code enc}. */
  String wrap(SecretBytes share, MasterKey to, World world);

  /**
   * Unwraps a share.
   *
   * @throws SealconfException saying why it can't, and where it looked for the identity; its first
   *     hint says what would most likely help. The next key is then tried
   */
  SecretBytes unwrap(WrappedKey key, World world);

  /**
   * Unwraps only with the identity that the master key names, even if another one would work: a
   * person approved the use of that one only.
   *
   * @throws SealconfException as {@link #unwrap} does, and if the share was wrapped for another
   *     identity
   */
  default SecretBytes unwrapByNamed(WrappedKey key, World world) {
    return unwrap(key, world);
  }

  /**
   * Finds a private key of this kind in a text that is about to be published. A key that is locked
   * with a passphrase counts, too; an example that can't be a key doesn't.
   *
   * @param text one character for each byte
   * @return where it starts; empty if there is none
   */
  default OptionalInt privateKeyIn(String text) {
    return OptionalInt.empty();
  }

  /**
   * Returns how to send this kind of key to a SOPS key service, or empty if key services don't
   * support it.
   */
  default Optional<KeyMessage> keyMessage() {
    return Optional.empty();
  }

  /** Returns what creates such a key on this machine, or empty if this program can't. */
  default Optional<KeyMaker> maker() {
    return Optional.empty();
  }

  /** Returns what manages such keys on this machine, or empty if this program doesn't. */
  default Optional<KeyKeeper> keeper() {
    return Optional.empty();
  }

  /**
   * Wipes the identities that it keeps, as far as Java can, and releases everything else. Called at
   * the end of a run, when no other call is in progress.
   */
  @Override
  default void close() {}
}
