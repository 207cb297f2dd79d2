package dev.sealconf.operation;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.document.Document;
import dev.sealconf.envelope.Metadata;
import dev.sealconf.envelope.MetadataReader;
import dev.sealconf.envelope.SealOrder;
import dev.sealconf.envelope.Sealing;
import dev.sealconf.error.Location;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.KeyRing;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives a sealed file a new data key, wrapped for its recipients. */
public final class Rotate {
  private static final int DATA_KEY_BYTES = 32;
  private final World world;
  private final KeyRing keys;

  public Rotate(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /**
   * The sealed file under a new data key, with a seal.
   *
   * @param policy what the creation rule says of the file
   * @param add master keys to add to the first group
   * @param remove master keys to remove from every group, compared by provider and name
   */
  public byte[] run(
      Input input, Output output, Policy policy, List<MasterKey> add, List<MasterKey> remove) {
    try (SealedInput old = SealedInput.open(world, keys, input, Strictness.NORMAL);
        SecretBytes dataKey = SecretBytes.owning(world.entropy().bytes(DATA_KEY_BYTES))) {
      Metadata metadata = old.opened().metadata();
      new PolicyGuard(world, policy).recipients(metadata, Location.of(input.source().name()));
      List<KeyGroup> groups = groups(metadata, add, remove);
      SealOrder order = order(metadata, dataKey, keys.wrap(dataKey, groups, metadata.threshold()));
      Document plain = new PlainText(old, input).whole();
      Sealing sealing =
          new Sealing(old.primitives(), world.entropy(), new MetadataReader(keys.providers()));
      boolean layoutKept =
          output.format() == input.format()
              && input.format().sealedForm() == input.format()
              && !output.reprint();
      return layoutKept
          ? sealing.seal(plain, order, Optional.of(old.opened()), true)
          : sealing.print(plain, output.format().sealedForm(), output.indent(), order, true);
    }
  }

  private SealOrder order(Metadata metadata, SecretBytes dataKey, List<WrappedGroup> wrapped) {
    return new SealOrder(
        dataKey,
        wrapped,
        metadata.threshold(),
        metadata.selection(),
        metadata.macOnlyEncrypted(),
        SealOrder.Wish.YES,
        metadata.version(),
        Timestamps.now(world.clock()),
        true);
  }

  private static List<KeyGroup> groups(
      Metadata metadata, List<MasterKey> add, List<MasterKey> remove) {
    List<KeyGroup> groups = new ArrayList<>();
    for (WrappedGroup wrapped : metadata.groups()) {
      List<MasterKey> masterKeys = new ArrayList<>(wrapped.group().masterKeys());
      if (groups.isEmpty()) {
        add.stream().filter(key -> !contains(masterKeys, key)).forEach(masterKeys::add);
      }
      masterKeys.removeIf(key -> contains(remove, key));
      groups.add(new KeyGroup(List.copyOf(masterKeys)));
    }
    return groups;
  }

  private static boolean contains(List<MasterKey> masterKeys, MasterKey key) {
    return masterKeys.stream()
        .anyMatch(k -> k.provider().equals(key.provider()) && k.name().equals(key.name()));
  }
}
