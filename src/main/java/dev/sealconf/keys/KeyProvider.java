package dev.sealconf.keys;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.World;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Wraps the data key for one kind of master key, and unwraps it. An implementation is one class
 * annotated {@code @AutoService(KeyProvider.class)} with a public constructor without arguments; an
 * instance serves one run of the program, so it may keep identities it has read; {@link #wrap} and
 * {@link #unwrap} are called from several threads.
 */
public interface KeyProvider {

  /** The name of the metadata list, the word of {@code --decryption-order}: {@code age}. */
  String id();

  /** The order in help and among the keys tried by default; lower first. */
  int rank();

  RecipientFlag flag();

  /**
   * The master keys of a comma-separated list.
   *
   * @throws dev.sealconf.error.SealconfException if a recipient is malformed
   */
  List<MasterKey> parse(String recipients);

  /** The master key of a metadata entry, given all its fields but {@code enc}. */
  MasterKey read(SortedMap<String, Field> fields);

  /**
   * The master key with what is only known when it wraps: the moment, the version of the key.
   * Called before {@link #wrap}, which gets the result.
   *
   * @throws dev.sealconf.error.SealconfException with {@code GENERIC} if it can't wrap here
   */
  default MasterKey complete(MasterKey to, World world) {
    return to;
  }

  /** {@code share} (32 or 33 bytes) wrapped for {@code to}: the text of {@code enc}. */
  String wrap(SecretBytes share, MasterKey to, World world);

  /**
   * The bytes that were wrapped.
   *
   * @throws dev.sealconf.error.SealconfException saying why it can't be done here, where the
   *     identity was looked for, and in a hint what would help; the next key is tried then
   */
  SecretBytes unwrap(WrappedKey key, World world);

  /** What makes a key of this kind on this machine; empty if that is not done here. */
  default Optional<KeyMaker> maker() {
    return Optional.empty();
  }
}
