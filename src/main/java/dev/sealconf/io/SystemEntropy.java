package dev.sealconf.io;

import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;

/**
 * Reads the operating system's generator directly. {@code SecureRandom} reads the same device, but
 * first loads the JCA and its providers, which takes a tenth of a short run's time. It is the
 * fallback if the device doesn't exist.
 */
final class SystemEntropy implements Entropy {
  /** The generator on Linux and macOS. {@code random(4)} recommends it for keys. */
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

  /**
   * Fills the array from the device and returns whether that worked. Keeps the device open, because
   * a run reads often.
   */
  private boolean read(byte[] bytes) {
    try {
      if (opened == null) {
        // Make sure that it isn't a regular file in the device's place.
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
