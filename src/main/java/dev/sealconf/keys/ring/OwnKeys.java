package dev.sealconf.keys.ring;

import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.spi.KeyProvider;
import java.util.ArrayList;
import java.util.List;

/** The user's own recipients, for a user whose keys don't open a file. */
final class OwnKeys {
  private OwnKeys() {}

  /**
   * The failure with the next step: the user's own recipients, of the kinds that the file is
   * encrypted for, have to be added to it.
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
