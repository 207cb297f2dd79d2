package dev.sealconf.packaged;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A project of someone who uses the library: a copy of a folder with a POM, and a local repository
 * in which this version of the library is installed.
 */
final class MavenProject implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 900;
  private static final String TREE =
      "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath";

  private final Path folder;
  private final Path repository;

  /** What a run left; both streams are in {@code out}. */
  record Result(int exit, String out) {}

  /** Copies a folder of {@code docs/samples} to a new folder. */
  MavenProject(String sample, Path folder) throws IOException {
    this.folder = Copies.exact(Path.of("docs/samples", sample), folder);
    this.repository = folder.resolveSibling(folder.getFileName() + ".repository");
    install();
  }

  /** Removes the repository, whose links lead out of the folder of the test. */
  @Override
  public void close() throws IOException {
    Copies.delete(repository);
  }

  Path folder() {
    return folder;
  }

  /** Links to everything in the repository of this build, but for the library itself. */
  private void install() throws IOException {
    String known = System.getProperty("maven.repo.local", "");
    Path own =
        known.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".m2/repository")
            : Path.of(known);
    link(own, repository, "dev");
    link(own.resolve("dev"), repository.resolve("dev"), "sealconf");
    Path version = Files.createDirectories(repository.resolve("dev/sealconf/sealconf/0.1.0"));
    Files.copy(library(), version.resolve("sealconf-0.1.0.jar"));
    Files.copy(Path.of("pom.xml"), version.resolve("sealconf-0.1.0.pom"));
  }

  static Path library() {
    return Path.of("target", "sealconf.jar").toAbsolutePath();
  }

  private static void link(Path from, Path to, String except) throws IOException {
    Files.createDirectories(to);
    if (Files.isDirectory(from)) {
      try (Stream<Path> all = Files.list(from)) {
        for (Path one : all.filter(path -> !path.endsWith(except)).toList()) {
          Files.createSymbolicLink(to.resolve(one.getFileName()), one.toRealPath());
        }
      }
    }
  }

  /** Compiles the project, and returns the jars that its only dependency brings along. */
  List<Path> compile() throws IOException, InterruptedException {
    Result result = maven("compile", TREE, "-Dmdep.outputFile=jars.txt");
    if (result.exit() != 0) {
      throw new AssertionError(result.out());
    }
    return Stream.of(Files.readString(folder.resolve("jars.txt")).strip().split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }

  /** Runs Maven with these arguments. */
  Result maven(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp"));
    command.add("-Dmaven.repo.local=" + repository);
    command.addAll(List.of(arguments));
    return finish(start(command, Map.of(), "maven.log"), "maven.log");
  }

  /** Runs the compiled main class with these jars, and with these options of Java. */
  Result java(List<Path> jars, String main, Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    return finish(startJava(jars, main, environment, options), "java.log");
  }

  /** Starts the same without waiting for it; what it prints goes to {@code java.log}. */
  Process startJava(
      List<Path> jars, String main, Map<String, String> environment, String... options)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of(options));
    StringBuilder path = new StringBuilder(folder.resolve("target/classes").toString());
    jars.forEach(jar -> path.append(File.pathSeparator).append(jar));
    arguments.addAll(List.of("-cp", path.toString(), main));
    return startJava(environment, arguments);
  }

  /** Runs Java with these arguments. */
  Result java(Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    return finish(startJava(environment, arguments), "java.log");
  }

  private Process startJava(Map<String, String> environment, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(arguments);
    command.add(0, Path.of(System.getProperty("java.home"), "bin/java").toString());
    return start(command, environment, "java.log");
  }

  private Process start(List<String> command, Map<String, String> more, String log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(more);
    builder.redirectInput(new File("/dev/null")).redirectErrorStream(true);
    return builder.redirectOutput(folder.resolve(log).toFile()).start();
  }

  Result finish(Process process, String log) throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("no end: " + Files.readString(folder.resolve(log)));
    }
    byte[] out = Files.readAllBytes(folder.resolve(log));
    return new Result(process.exitValue(), new String(out, StandardCharsets.UTF_8));
  }
}
