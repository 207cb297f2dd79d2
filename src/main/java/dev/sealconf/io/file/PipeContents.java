package dev.sealconf.io.file;

import dev.sealconf.io.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What came out of pipes that hold keys or settings: they can be read once, and a run may need them
 * for several files. Kept as long as the run.
 */
public final class PipeContents {
  private static final Set<String> STANDARD_INPUT =
      Set.of("/dev/stdin", "/dev/fd/0", "/proc/self/fd/0");

  private final Map<Path, byte[]> contents = new ConcurrentHashMap<>();

  /** Whether a name is one of standard input. */
  public static boolean isStandardInput(Path file) {
    return STANDARD_INPUT.contains(file.toString());
  }

  /**
   * The bytes of a pipe, read when they are first asked for; a copy, which the caller may wipe.
   *
   * @param most how many bytes are read at most
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
