package dev.sealconf.io.file;

import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends to a file that belongs to another program. */
public final class GrownFile {
  private GrownFile() {}

  /**
   * Appends bytes to an existing file. Keeps its mode and owner.
   *
   * @throws SealconfException an {@code OutputFailure.NotWritten} if it can't be written
   */
  public static void add(World world, Path file, byte[] bytes) {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    } catch (IOException e) {
      throw new OutputFailure.NotWritten(world.shown(file) + " can't be written").from(e);
    }
  }
}
