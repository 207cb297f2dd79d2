package dev.sealconf.operation.file;

import dev.sealconf.document.tree.MapNode;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.MetadataReader;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.ring.KeyService;
import java.util.List;

/**
 * Who can open a sealed file, as its metadata says; read without any key, so nothing confirms it.
 *
 * @param needed how many of the groups have to come together
 */
public record FileAccess(List<WrappedGroup> groups, int needed) {

  /**
   * What a file says.
   *
   * @throws SealconfException with 1 if it is not a sealed one
   */
  public static FileAccess of(Input input, KeyProviders providers) {
    Metadata metadata = metadata(input, providers);
    return new FileAccess(metadata.groups(), metadata.terms().groupsNeeded());
  }

  /**
   * The metadata of a sealed file.
   *
   * @throws SealconfException with 1 if it is not a sealed one
   */
  public static Metadata metadata(Input input, KeyProviders providers) {
    return new MetadataReader(providers).read(SealedReader.read(input));
  }

  /**
   * The trees of an encrypted file as they are stored: keys in clear, values as tokens.
   *
   * @throws SealconfException with 1 if it can't be read
   */
  public static List<MapNode> branches(Input input) {
    return SealedReader.read(input).branches();
  }

  /** Whether a service unwraps a key. */
  public static boolean opens(KeyService service, WrappedKey key) {
    try {
      service.unwrap(key).close();
      return true;
    } catch (SealconfException e) {
      return false;
    }
  }
}
