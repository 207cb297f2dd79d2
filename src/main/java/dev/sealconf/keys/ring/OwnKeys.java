package dev.sealconf.keys.ring;

import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.spi.KeyProvider;
import java.util.ArrayList;
import java.util.List;

/** Tells a user whose keys can't decrypt a file which recipient of theirs to add. */
final class OwnKeys {
  private OwnKeys() {}

  /**
   * Adds the next step to a failure: add the user's own recipients, of the kinds that the file
   * already uses.
   */
  static SealconfException named(
      SealconfException failure, List<WrappedGroup> groups, KeyProviders providers, World world) {
    List<MasterKey> ofFile =
        groups.stream().flatMap(group -> group.group().masterKeys().stream()).toList();
    List<String> own = new ArrayList<>();
    ofFile.stream()
        .map(MasterKey::provider)
        .distinct()
        .flatMap(id -> providers.named(id).stream())
        .flatMap(provider -> recipients(provider, world).stream())
        .filter(recipient -> ofFile.stream().noneMatch(key -> key.name().equals(recipient)))
        .distinct()
        .forEach(own::add);
    if (own.isEmpty()) {
      return failure;
    }
    return failure
        .hint("your key is " + Printable.plain(String.join(", ", own)))
        .hint(
            "ask someone who can decrypt the file to add it to .sops.yaml and run sealconf"
                + " updatekeys");
  }

  private static List<String> recipients(KeyProvider provider, World world) {
    try {
      return provider.ownRecipients(world);
    } catch (SealconfException e) {
      return List.of(); // the table of failures says more
    }
  }
}
