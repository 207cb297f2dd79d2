package dev.sealconf.git.setup;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.io.World;
import dev.sealconf.io.process.Subprocess;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** How git is to start this program. */
final class ProgramName {
  private static final String NAME = "sealconf";

  private ProgramName() {}

  /**
   * Returns a word of the shell: {@code sealconf} if that is on the {@code PATH}, or else the
   * absolute path of the launcher that this run was started with.
   *
   * @param named what the user named instead: a name on the {@code PATH}, or a path
   */
  static String word(World world, Optional<String> named) {
    if (named.isPresent()) {
      boolean path = named.get().contains("/") || named.get().contains("\\");
      return quoted(path ? world.resolve(named.get()).toString() : named.get());
    }
    if (Subprocess.find(NAME, world.environment().getOrDefault("PATH", "")).isPresent()) {
      return NAME;
    }
    return quoted(
        launcher()
            .orElseThrow(
                () ->
                    new MachineFailure("there is no sealconf on the PATH for git to start")
                        .hint("add its folder bin to the PATH")
                        .hint("or name it: sealconf git install --program /path/to/bin/sealconf"))
            .toString());
  }

  /**
   * Returns the program of the distribution that this class is from: beside {@code lib}, in {@code
   * bin}.
   */
  private static Optional<Path> launcher() {
    CodeSource source = ProgramName.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      Path lib = Path.of(source.getLocation().toURI()).toRealPath().getParent();
      return Optional.of(lib.resolveSibling("bin").resolve(NAME)).filter(Files::isExecutable);
    } catch (IOException | URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Returns a text as one word of the shell. */
  private static String quoted(String text) {
    return text.matches("[A-Za-z0-9_./:@+=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
