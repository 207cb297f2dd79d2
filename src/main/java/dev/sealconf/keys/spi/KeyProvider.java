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
import java.util.SortedMap;

/**
 * Wraps the data key for one kind of master key, and unwraps it. An implementation is one class
 * annotated {@code @AutoService(KeyProvider.class)} with a public constructor without arguments; an
 * instance serves one run of the program, so it may keep identities it has read until {@link
 * #close}; {@link #wrap} and {@link #unwrap} are called from several threads. A failure that may be
 * over at the next attempt is {@link SealconfException#temporary}: it is not remembered.
 */
public interface KeyProvider extends AutoCloseable {

  /** The name of the metadata list, the word of {@code --decryption-order}: {@code age}. */
  String id();

  /**
   * The order in help and among the keys tried by default; lower first. Of two that are alike, the
   * one with the lesser id comes first.
   */
  int rank();

  /** How its recipients are given. */
  RecipientFlag flag();

  /** A shortened recipient for help and hints; those show the one of the provider asked first. */
  default Optional<String> example() {
    return Optional.empty();
  }

  /** What it takes beside recipients. */
  default List<RecipientSetting> settings() {
    return List.of();
  }

  /**
   * The master keys of a comma-separated list.
   *
   * @throws SealconfException if a recipient is malformed
   */
  List<MasterKey> parse(String recipients);

  /**
   * The master keys of a comma-separated list, which may be empty, under {@link #settings} by their
   * flags' names; only those that were given are there.
   *
   * @throws SealconfException if a recipient or a setting is malformed
   */
  default List<MasterKey> parse(String recipients, Map<String, String> settings) {
    return parse(recipients);
  }

  /**
   * A key that a creation rule names, under {@link #settings} that flags give.
   *
   * @throws SealconfException with {@code CONFLICTING_PARAMETERS} if the rule says something else
   */
  default MasterKey with(MasterKey key, Map<String, String> settings) {
    return key;
  }

  /**
   * The master key of an entry of {@code key_groups} that is a map; names of fields as written.
   *
   * @throws SealconfException if it is malformed, or entries of this provider are texts
   */
  default MasterKey parseEntry(SortedMap<String, Field> entry) {
    throw new ConfigFailure.Invalid("an entry of " + flag().groupField() + " must be a string");
  }

  /**
   * The recipients of the keys on this machine, as far as they can be told without asking for a
   * passphrase or a service.
   */
  default List<String> ownRecipients(World world) {
    return List.of();
  }

  /** Whether SOPS reads no key of this kind that has no valid {@code created_at}. */
  default boolean dated() {
    return false;
  }

  /** Whether SOPS writes the list of this kind in each key group, also when it is empty. */
  default boolean listedWhenEmpty() {
    return false;
  }

  /** Whether {@code given} refers to {@code key}, ignoring a missing version. */
  default boolean means(MasterKey given, MasterKey key) {
    return given.name().equals(key.name());
  }

  /**
   * Whether a creation rule that names {@code given} lets {@code key}, which a file names, be asked
   * to unwrap: it is the same key, and takes nothing along that the rule does not name.
   */
  default boolean covers(MasterKey given, MasterKey key) {
    return means(given, key);
  }

  /**
   * The name that entries of {@code SEALCONF_ALLOWED_KEYS} are compared with; empty if the key
   * takes something along, such as a role, that only its whole name may allow.
   */
  default Optional<String> bareName(MasterKey key) {
    return Optional.of(key.name());
  }

  /** The master key of a metadata entry, given all its fields but {@code enc}. */
  MasterKey read(SortedMap<String, Field> fields);

  /** Whether its keys are not on this machine, so that using one needs a network. */
  default boolean remote() {
    return false;
  }

  /**
   * Whether using this key sends a request over a network: such keys are tried after all that are
   * at hand.
   */
  default boolean asksNetwork(MasterKey key, World world) {
    return remote();
  }

  /**
   * Whether the user's environment names this key, or the place where it is, so that it may be used
   * although only a file names it ({@code docs/security.md §reach}). Recipients in the flag's own
   * environment variable count without this.
   */
  default boolean named(MasterKey key, World world) {
    return false;
  }

  /**
   * Whether a creation rule in {@code .sops.yaml} is enough for its keys to be asked. It is not
   * where the name of a key says which host gets the user's credentials.
   */
  default boolean trustsRules() {
    return true;
  }

  /**
   * Why this key, which only a file names, is not in the account of the credentials in use at the
   * vendor's own host: the end of a sentence, or an empty text where no account is known. Empty if
   * it is in that account, so that it may be asked to unwrap. May ask the vendor who the user is,
   * once in a run.
   *
   * @throws SealconfException if it can't be determined
   */
  default Optional<String> outsideOwnAccount(MasterKey key, World world) {
    return Optional.of("");
  }

  /**
   * The master key with what is only known when it wraps: the moment, the version of the key.
   * Called before {@link #wrap}, which gets the result.
   *
   * @throws SealconfException with {@code GENERIC} if it can't wrap here
   */
  default MasterKey complete(MasterKey to, World world) {
    return to;
  }

  /** {@code share} (32 or 33 bytes) wrapped for {@code to}: the text of {@code enc}. */
  String wrap(SecretBytes share, MasterKey to, World world);

  /**
   * The bytes that were wrapped.
   *
   * @throws SealconfException saying why it can't be done here, where the identity was looked for,
   *     and in its first hint what would most likely help; the next key is tried then
   */
  SecretBytes unwrap(WrappedKey key, World world);

  /**
   * Likewise, but only by the identity that the master key names, even if another one here would
   * do: a person agreed to the use of that one alone.
   *
   * @throws SealconfException also if the bytes were wrapped for another identity
   */
  default SecretBytes unwrapByNamed(WrappedKey key, World world) {
    return unwrap(key, world);
  }

  /** How SOPS's key services are told its keys; empty if they don't know them. */
  default Optional<KeyMessage> keyMessage() {
    return Optional.empty();
  }

  /** What makes a key of this kind on this machine; empty if that is not done here. */
  default Optional<KeyMaker> maker() {
    return Optional.empty();
  }

  /** What looks after this machine's keys of this kind; empty if that is not done here. */
  default Optional<KeyKeeper> keeper() {
    return Optional.empty();
  }

  /**
   * Wipes the identities that it keeps, as far as Java can, and lets go of the rest. Called at the
   * end of a run, when no other call is in progress.
   */
  @Override
  default void close() {}
}
