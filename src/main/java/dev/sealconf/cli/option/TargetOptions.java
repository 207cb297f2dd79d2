package dev.sealconf.cli.option;

/** The options that say where a result goes. */
public final class TargetOptions {
  private TargetOptions() {}

  /** Adds them. */
  public static void addTo(CommandSpec spec) {
    spec.add(
        Options.flag(
            "Write each result back to its file; folders include the files in them",
            "i",
            "in-place"));
    spec.add(
        Options.value("PATH", "Write the result to this file, not to standard output", "output"));
  }
}
