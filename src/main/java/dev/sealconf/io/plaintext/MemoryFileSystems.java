package dev.sealconf.io.plaintext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Tells which folders are in memory, by the devices that Linux lists as mounted. A mount point may
 * have several file systems on top of each other, so its path alone doesn't say which one is seen.
 */
final class MemoryFileSystems {
  private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
  private static final Set<String> TYPES = Set.of("tmpfs", "ramfs");
  private static final int DEVICE = 2;

  private final List<String> mounts;

  /** With these lines of {@code mountinfo}: proc(5). */
  MemoryFileSystems(List<String> mounts) {
    this.mounts = List.copyOf(mounts);
  }

  /** Those of this machine; none where it doesn't list them. */
  static MemoryFileSystems ofThisMachine() {
    try {
      return new MemoryFileSystems(Files.readAllLines(MOUNTS));
    } catch (IOException e) {
      return new MemoryFileSystems(List.of());
    }
  }

  /** Whether a folder is on one of them. */
  boolean hold(Path folder) {
    try {
      return hold((Long) Files.getAttribute(folder, "unix:dev"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether a device, as {@code stat} gives its number, is one of them. */
  boolean hold(long device) {
    long major = ((device >>> 8) & 0xfff) | ((device >>> 32) & ~0xfffL);
    long minor = (device & 0xff) | ((device >>> 12) & ~0xffL);
    String number = major + ":" + minor;
    for (String mount : mounts) {
      String[] fields = mount.split(" ");
      if (fields.length > DEVICE && fields[DEVICE].equals(number)) {
        return TYPES.contains(typeOf(fields));
      }
    }
    return false;
  }

  /** What follows the hyphen; the fields before it vary in number. */
  private static String typeOf(String[] fields) {
    int hyphen = List.of(fields).indexOf("-");
    return hyphen < 0 || hyphen + 1 == fields.length ? "" : fields[hyphen + 1];
  }
}
