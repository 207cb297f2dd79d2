package dev.sealconf.operation;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.document.Document;
import dev.sealconf.envelope.SealOrder;
import dev.sealconf.envelope.Sealing;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.MetadataReader;
import dev.sealconf.io.World;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.conversion.Conversion;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.Output;
import dev.sealconf.operation.file.PlainText;
import dev.sealconf.operation.file.SealedInput;
import java.util.List;
import java.util.Optional;

/** Seals an opened file again: a new data key, new tokens, a seal. */
public final class Renewal {
  private static final int DATA_KEY_BYTES = 32;

  private final World world;
  private final KeyRing keys;

  public Renewal(World world, KeyRing keys) {
    this.world = world;
    this.keys = keys;
  }

  /** The sealed file for these groups; its layout stays if the output is of the input's format. */
  public byte[] run(
      SealedInput old, Input input, Output output, List<KeyGroup> groups, int threshold) {
    try (SecretBytes dataKey = SecretBytes.owning(world.entropy().bytes(DATA_KEY_BYTES))) {
      List<WrappedGroup> wrapped = keys.wrap(dataKey, groups, threshold, input.source().name());
      SealOrder order = order(old.opened().metadata(), dataKey, wrapped, threshold);
      Document plain = new PlainText(world, old, input).whole();
      Sealing sealing = new Sealing(world.entropy(), new MetadataReader(keys.providers()));
      boolean layoutKept =
          output.format() == input.format()
              && input.format().sealedForm() == input.format()
              && !output.reprint();
      return layoutKept
          ? sealing.seal(plain, order, Optional.of(old.opened()), true)
          : new Conversion(sealing, output.format(), output.indent()).seal(plain, order, true);
    }
  }

  private SealOrder order(
      Metadata metadata, SecretBytes dataKey, List<WrappedGroup> wrapped, int threshold) {
    return new SealOrder(
        dataKey,
        wrapped,
        threshold,
        metadata.selection(),
        metadata.macOnlyEncrypted(),
        SealOrder.Wish.YES,
        metadata.version(),
        Timestamps.now(world.clock()),
        true);
  }
}
