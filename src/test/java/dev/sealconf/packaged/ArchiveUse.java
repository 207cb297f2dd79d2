package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells from the virtual machine's own log whether a start took its classes from an archive. */
final class ArchiveUse {
  /**
   * A start that uses its archive loads fewer classes from another place, although the command
   * fails, and no archive holds the classes for that.
   */
  static final int FEW = 60;

  /** A start without an archive loads more classes from another place than Java's own archive. */
  static final int MANY = 150;

  /** The kinds of command that have an archive each, which are the names of their files. */
  static final List<String> KINDS = List.of("read", "write", "run", "brief");

  private ArchiveUse() {}

  /** How many classes a start of the program loads from another place than an archive. */
  static long classesOutside(Packaged sealconf, Path program, Path scratch)
      throws IOException, InterruptedException {
    Path log = scratch.resolve("classes.log");
    Files.deleteIfExists(log);
    sealconf.with("SEALCONF_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);
    sealconf.run(program, "decrypt", "missing.yaml");
    List<String> loaded = Files.readAllLines(log);
    assertThat(loaded).as("classes loaded").hasSizeGreaterThan(300);
    return loaded.stream().filter(line -> !line.contains("shared objects file")).count();
  }
}
