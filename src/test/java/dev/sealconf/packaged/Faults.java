package dev.sealconf.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Meddles with the calls that a run makes to change the disk below one folder: the library of
 * {@code src/test/c/fault.c}, compiled on the spot.
 */
final class Faults {
  /** What can happen to a call: death before or after it, an error, half a write. */
  static final List<String> KINDS = List.of("before", "after", "ENOSPC", "EIO", "EROFS", "short");

  private final Path library;
  private final Path root;
  private final Path log;

  /**
   * Compiles the library.
   *
   * @param compiler a C compiler's command
   * @param root the folder that is watched, a real path
   * @param scratch where the library and the log go, outside of {@code root}
   */
  Faults(Path compiler, Path root, Path scratch) throws IOException, InterruptedException {
    this.library = scratch.resolve("fault.so");
    this.log = scratch.resolve("calls.log");
    this.root = root;
    Process process =
        new ProcessBuilder(
                compiler.toString(),
                "-shared",
                "-fPIC",
                "-o",
                library.toString(),
                "src/test/c/fault.c",
                "-ldl")
            .inheritIO()
            .start();
    if (process.waitFor() != 0) {
      throw new AssertionError("src/test/c/fault.c does not compile");
    }
  }

  /** Prepares a run that is watched only; {@link #calls} tells what it did. */
  Packaged watch(Packaged program) throws IOException {
    Files.deleteIfExists(log);
    return program
        .with("LD_PRELOAD", library.toString())
        .with("FAULT_ROOT", root.toString())
        .with("FAULT_LOG", log.toString());
  }

  /** Prepares a run in which something happens to call number {@code at}, counted from 1. */
  Packaged meddle(Packaged program, int at, String kind) throws IOException {
    return watch(program).with("FAULT_AT", Integer.toString(at)).with("FAULT_KIND", kind);
  }

  /** Prepares a run in which a line of shell runs just before call number {@code at}. */
  Packaged interrupt(Packaged program, int at, String line) throws IOException {
    return meddle(program, at, "hook").with("FAULT_HOOK", line);
  }

  /** The calls of the last run, each a name and a path. */
  List<String> calls() throws IOException {
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }
}
