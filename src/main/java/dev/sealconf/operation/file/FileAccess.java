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
 * Who can open a sealed file according to its metadata. It is read without a key, so nothing
 * confirms it.
 *
 * @param needed how many of the groups are needed
 */
public record FileAccess(List<WrappedGroup> groups, int needed) {

  /**
   * Reads a file's metadata.
   *
   * @throws SealconfException with exit code 1 if the file is not sealed
   */
  public static FileAccess of(Input input, KeyProviders providers) {
    Metadata metadata = metadata(input, providers);
    return new FileAccess(metadata.groups(), metadata.terms().groupsNeeded());
  }

  /**
   * Returns the metadata of a sealed file.
   *
   * @throws SealconfException with exit code 1 if the file is not sealed
   */
  public static Metadata metadata(Input input, KeyProviders providers) {
    return new MetadataReader(providers).read(SealedReader.read(input));
  }

  /**
   * Returns the trees of a sealed file as they are stored: keys unencrypted, values as tokens.
   *
   * @throws SealconfException with exit code 1 if the file can't be read
   */
  public static List<MapNode> branches(Input input) {
    return SealedReader.read(input).branches();
  }

  /** Returns whether a service can unwrap a key. */
  public static boolean opens(KeyService service, WrappedKey key) {
    try {
      service.unwrap(key).close();
      return true;
    } catch (SealconfException e) {
      return false;
    }
  }
}
