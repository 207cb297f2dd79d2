package dev.sealconf.io.process;

import dev.sealconf.io.SystemText;
import dev.sealconf.io.World;
import java.util.Map;

/** Gives a child process the run's environment and directory, byte for byte. */
public final class ChildEnvironment {
  private ChildEnvironment() {}

  /**
   * Sets the variables of a child. Those that are as this process got them keep their bytes, also
   * where these are not UTF-8.
   */
  public static void give(ProcessBuilder child, World world, Map<String, String> additions) {
    Map<String, String> variables = child.environment();
    variables.keySet().retainAll(world.environment().keySet());
    world
        .environment()
        .forEach(
            (name, value) -> {
              if (!SystemText.isDamaged(name) && !value.equals(variables.get(name))) {
                variables.put(name, value);
              }
            });
    variables.putAll(additions);
  }

  /** Makes the run's working directory that of a child. */
  public static void place(ProcessBuilder child, World world) {
    // A child gets the directory of this process anyway, also one whose name Java can't spell, or
    // that its user may not enter.
    if (!world.ownsProcess() && !SystemText.isDamaged(world.directory().toString())) {
      child.directory(world.directory().toFile());
    }
  }
}
