package dev.sealconf.io;

import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;

/**
 * The generator of the operating system, read directly. {@code SecureRandom} reads the same device,
 * but first loads the JCA and its providers, which takes a tenth of the time of a short run. It is
 * used where there is no such device.
 */
final class SystemEntropy implements Entropy {
  /** The generator of Linux and macOS; {@code random(4)} recommends it for keys. */
  static final Path DEVICE = Path.of("/dev/urandom");

  private final Path device;
  private DataInputStream opened;
  private SecureRandom instead;

  SystemEntropy(Path device) {
    this.device = device;
  }

  @Override
  public synchronized byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    if (instead == null && !read(bytes)) {
      instead = new SecureRandom();
    }
    if (instead != null) {
      instead.nextBytes(bytes);
    }
    return bytes;
  }

  /** Whether the device has filled all the bytes. It stays open: a run asks often. */
  private boolean read(byte[] bytes) {
    try {
      if (opened == null) {
        // Not a file that somebody has put there.
        if (!Files.readAttributes(device, BasicFileAttributes.class).isOther()) {
          return false;
        }
        opened = new DataInputStream(new FileInputStream(device.toFile()));
      }
      opened.readFully(bytes);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
