package dev.sealconf.packaged;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packaged program as a process, in an environment that holds nothing but what is said here:
 * its home is a folder of its own, standard input is empty.
 */
final class Packaged {
  /** The distribution that {@code mvn package} made. */
  static final Path DISTRIBUTION =
      Path.of(System.getProperty("sealconf.distribution", "target/sealconf")).toAbsolutePath();

  /** Whether the distribution has a Java of its own: then the program finds no other. */
  static final boolean IMAGE = Files.isDirectory(DISTRIBUTION.resolve("runtime"));

  /** The first of the test identities that the SOPS project publishes. */
  static final String IDENTITY =
      "AGE-SECRET-KEY-1G0Q5K9TV4REQ3ZSQRMTMG8NSWQGYT0T7TZ33RAZEE0GZYVZN0APSU24RK7";

  private static final String RECIPIENT =
      "age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun";
  private static final long PATIENCE_SECONDS = 180;

  private final Path folder;
  private Path distribution = DISTRIBUTION;
  private final Map<String, String> environment = new HashMap<>();

  /** What a run left. */
  record Result(int exit, String out, String err) {}

  /** Runs in this working folder; its streams and its home are kept beside it. */
  Packaged(Path folder) throws IOException {
    this(folder, Files.createDirectories(folder.resolveSibling(folder.getFileName() + ".home")));
  }

  /** Runs in this working folder with this home, where its streams are kept, too. */
  Packaged(Path folder, Path home) {
    this.folder = folder;
    environment.put("HOME", home.toString());
    environment.put("XDG_RUNTIME_DIR", home.toString());
    environment.put("PATH", IMAGE ? withoutJava(home) : "/usr/bin:/bin");
    if (!IMAGE) {
      environment.put("JAVA_HOME", System.getProperty("java.home"));
    }
    environment.put("SEALCONF_NO_CACHE", "1");
  }

  /** A folder of links to the programs of the system, without those of a Java. */
  private static String withoutJava(Path home) {
    Path links = home.resolve("programs");
    try {
      if (!Files.isDirectory(links)) {
        Files.createDirectories(links);
        try (Stream<Path> programs = Files.list(Path.of("/usr/bin"))) {
          for (Path program : programs.filter(p -> !p.endsWith("java")).toList()) {
            Files.createSymbolicLink(links.resolve(program.getFileName()), program);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return links.toString();
  }

  Packaged with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Puts the test key into the environment, for sealing and for opening. */
  Packaged withKey() {
    return with("SOPS_AGE_KEY", IDENTITY).with("SOPS_AGE_RECIPIENTS", RECIPIENT);
  }

  Packaged without(String variable) {
    environment.remove(variable);
    return this;
  }

  /** A copy of all that the program's environment holds. */
  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  Path home() {
    return Path.of(environment.get("HOME"));
  }

  Result run(String... arguments) throws IOException, InterruptedException {
    return run(DISTRIBUTION.resolve("bin/sealconf"), arguments);
  }

  Result run(Path program, String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(home(), "out", "");
    Path err = Files.createTempFile(home(), "err", "");
    Process process = start(program, out, err, arguments);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("no end of " + program + " " + List.of(arguments));
    }
    return new Result(process.exitValue(), text(out), text(err));
  }

  /**
   * Lets scripts run a copy of the distribution in this folder: other users may not be able to
   * reach the folder that the tests run in.
   */
  Packaged copiedTo(Path copy) throws IOException {
    distribution = Copies.exact(DISTRIBUTION, copy);
    return this;
  }

  private String found() {
    return "PATH='" + distribution.resolve("bin") + "':$PATH; ";
  }

  /** Runs a script of the shell in which {@code sealconf} is the program. */
  Result shell(String script) throws IOException, InterruptedException {
    return run(Path.of("/bin/sh"), "-c", found() + script);
  }

  /** Runs a script of bash in which {@code sealconf} is the program. */
  Result bash(String script) throws IOException, InterruptedException {
    return run(Path.of("/bin/bash"), "-c", found() + script);
  }

  /** Starts the program without waiting for it. */
  Process start(Path program, Path out, Path err, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(DefaultSignals.command(command)).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectInput(new File("/dev/null"));
    return builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
