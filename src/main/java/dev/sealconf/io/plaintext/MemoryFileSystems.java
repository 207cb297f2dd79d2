package dev.sealconf.io.plaintext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Determines which folders are in memory, by the devices that Linux lists as mounted. Several file
 * systems can be mounted on the same path, so the path alone doesn't tell which one is visible.
 */
public final class MemoryFileSystems {
  private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
  private static final Set<String> TYPES = Set.of("tmpfs", "ramfs");
  private static final int DEVICE = 2;

  private final List<String> mounts;

  /** Uses these lines of {@code mountinfo}; see proc(5). */
  MemoryFileSystems(List<String> mounts) {
    this.mounts = List.copyOf(mounts);
  }

  /** Returns the memory file systems of this machine; none if the system doesn't list them. */
  public static MemoryFileSystems ofThisMachine() {
    try {
      return new MemoryFileSystems(Files.readAllLines(MOUNTS));
    } catch (IOException e) {
      return new MemoryFileSystems(List.of());
    }
  }

  /** Returns whether a folder is on a memory file system. */
  public boolean hold(Path folder) {
    try {
      return hold((Long) Files.getAttribute(folder, "unix:dev"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Returns whether a device number, as from {@code stat}, is a memory file system. */
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

  /** Returns the field after the hyphen. The number of fields before it varies. */
  private static String typeOf(String[] fields) {
    int hyphen = List.of(fields).indexOf("-");
    return hyphen < 0 || hyphen + 1 == fields.length ? "" : fields[hyphen + 1];
  }
}
