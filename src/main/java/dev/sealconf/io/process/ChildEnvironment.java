package dev.sealconf.io.process;

import dev.sealconf.io.SystemText;
import dev.sealconf.io.World;
import java.util.Map;

/** Gives a child process the run's environment and working directory, byte for byte. */
public final class ChildEnvironment {
  private ChildEnvironment() {}

  /**
   * Sets a child's variables. Variables that this process received unchanged keep their exact
   * bytes, even if those aren't UTF-8.
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

  /**
   * Returns where a child's standard error goes: to that of this process if it exists only for the
   * run. Otherwise it is discarded, since a Java program that reads a file doesn't expect output.
   */
  static ProcessBuilder.Redirect errors(World world) {
    return world.ownsProcess() ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.DISCARD;
  }

  /** Makes the run's working directory the child's. */
  public static void place(ProcessBuilder child, World world) {
    // A child inherits this process's directory anyway. That also works if Java can't represent its
    // name, or its user may not enter it.
    if (!world.ownsProcess() && !SystemText.isDamaged(world.directory().toString())) {
      child.directory(world.directory().toFile());
    }
  }
}
