package dev.sealconf.keys.providers.tink;

import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import dev.sealconf.io.file.KeyFile;
import dev.sealconf.io.file.NewFile;
import dev.sealconf.keys.spi.KeyMaker;
import dev.sealconf.keys.spi.MadeKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** Creates the keyset {@code default} in the user's folder, or uses the one already there. */
public final class TinkKeyMaker implements KeyMaker {
  @Override
  public MadeKey make(World world) {
    Path file = TinkKeysets.newFile(world, TinkKeyKeeper.DEFAULT);
    byte[] json = TinkKeyset.generate().exposedJson().getBytes(StandardCharsets.UTF_8);
    boolean created = NewFile.create(world, file, json);
    Arrays.fill(json, (byte) 0);
    if (!created && !(KeyFile.read(file, world) instanceof KeyFile.Found)) {
      throw new OutputFailure.NotWritten(
              "a keyset exists, but sealconf can't read it: " + Printable.quote(file.toString()))
          .hint("name another keyset with --tink, or move it; sealconf never overwrites it");
    }
    return new MadeKey(TinkKeyKeeper.DEFAULT, file, !created);
  }
}
