package dev.sealconf.io.file;

import dev.sealconf.io.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The contents of pipes with keys or settings. A pipe can be read only once, and a run may need it
 * for several files, so the contents are kept until the run ends.
 */
public final class PipeContents {
  private static final Set<String> STANDARD_INPUT =
      Set.of("/dev/stdin", "/dev/fd/0", "/proc/self/fd/0");

  private final Map<Path, byte[]> contents = new ConcurrentHashMap<>();

  /** Returns whether a path means standard input. */
  public static boolean isStandardInput(Path file) {
    return STANDARD_INPUT.contains(file.toString());
  }

  /**
   * Returns a copy of the bytes of a pipe, which is read on the first call. The caller may wipe the
   * copy.
   *
   * @param most the maximum number of bytes to read
   */
  public synchronized byte[] read(World world, Path pipe, int most) throws IOException {
    byte[] known = contents.get(pipe);
    if (known == null) {
      known = isStandardInput(pipe) ? world.in().readNBytes(most) : FileBytes.read(pipe, most);
      contents.put(pipe, known);
    }
    return known.clone();
  }
}
