package dev.sealconf.git.scenario;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * A folder for repositories, with real git in an environment that holds nothing but what is said
 * here. Git's configuration is the one that {@code git install} writes, but the program is the one
 * that the sandbox was made with.
 */
public final class Sandbox {
  /** In every secret value, and nowhere else. */
  public final String marker = "s3cret" + UUID.randomUUID().toString().substring(0, 8);

  private static final long PATIENCE_SECONDS = 120;
  private static final Path KEYS = Path.of("testdata/keys").toAbsolutePath();
  private static final String ATTRIBUTES = "*.%s %s diff=sealconf merge=sealconf%s\n";

  private final Path root;
  private final Path program;
  private final Map<String, String> environment = new HashMap<>();
  private final SecretScan scan = new SecretScan(marker);

  /** What a run left. */
  public record Result(List<String> command, int exit, byte[] bytes, String err) {
    /** Standard output. */
    public String out() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    /** This, if the run ended with 0. */
    public Result expectOk() {
      if (exit != 0) {
        throw new AssertionError(this);
      }
      return this;
    }

    @Override
    public String toString() {
      return String.join(" ", command) + "\nexit " + exit + "\n" + out() + "\n" + err;
    }
  }

  /**
   * @param root an empty folder
   * @param program what git starts as {@code sealconf}
   */
  public Sandbox(Path root, Path program) throws IOException {
    this.root = root.toRealPath();
    this.program = program;
    Path home = Files.createDirectories(this.root.resolve("home"));
    environment.put("HOME", home.toString());
    environment.put("XDG_RUNTIME_DIR", home.toString());
    environment.put("TMPDIR", Files.createDirectories(this.root.resolve("tmp")).toString());
    environment.put("PATH", OtherGit.path());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("SEALCONF_NO_CACHE", "1");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CEILING_DIRECTORIES", this.root.toString());
    environment.put("GIT_EDITOR", "true");
    Files.writeString(home.resolve("plain"), GitSettings.WITHOUT_FILTER);
    Files.writeString(home.resolve("sealconf"), GitSettings.with(program));
    useSettings("sealconf");
    useKey("age-1");
  }

  /** Whose environment this is from now on: one of {@code testdata/keys}, or {@code none}. */
  public void useKey(String key) throws IOException {
    environment.remove("SOPS_AGE_KEY");
    if (!key.equals("none")) {
      environment.put("SOPS_AGE_KEY", keyLine(key, "AGE-SECRET-KEY-"));
    }
  }

  /** Git's configuration from now on: {@code plain} knows nothing of the program. */
  public void useSettings(String name) {
    environment.put("GIT_CONFIG_GLOBAL", root.resolve("home").resolve(name).toString());
  }

  /** Sets an environment variable. */
  public void set(String variable, String value) {
    environment.put(variable, value);
  }

  /** Removes an environment variable. */
  public void unset(String variable) {
    environment.remove(variable);
  }

  /** A copy of the environment. */
  public Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  /** The folder that the repositories are in. */
  public Path root() {
    return root;
  }

  /** The recipient of one of {@code testdata/keys}. */
  public static String recipient(String key) throws IOException {
    String line = keyLine(key, "# public key: ");
    return line.substring(line.lastIndexOf(' ') + 1);
  }

  private static String keyLine(String key, String start) throws IOException {
    for (String line : Files.readAllLines(KEYS.resolve(key + ".txt"))) {
      if (line.startsWith(start)) {
        return line;
      }
    }
    throw new IOException(key + " has no line " + start);
  }

  /**
   * A new repository with rules for one recipient, and attributes that protect a file by its end.
   *
   * @param filtered whether files are plain in the work tree
   */
  public Path repository(String name, boolean filtered) throws IOException {
    Path folder = Files.createDirectory(root.resolve(name));
    git(folder, "init", "-q", "-b", "main").expectOk();
    StringBuilder attributes = new StringBuilder();
    for (Kind kind : Kind.values()) {
      String filter = filtered ? "filter=sealconf" : "";
      attributes.append(
          ATTRIBUTES.formatted(kind.extension(), filter, kind == Kind.BINARY ? " -text" : ""));
    }
    attributes.append(".sops.yaml !filter !diff !merge\n");
    Files.writeString(folder.resolve(".gitattributes"), attributes);
    Files.writeString(
        folder.resolve(".sops.yaml"), "creation_rules:\n  - age: " + recipient("age-1") + "\n");
    Files.writeString(folder.resolve("readme.md"), "Open to all.\n");
    git(folder, "add", ".").expectOk();
    git(folder, "commit", "-q", "-m", "rules").expectOk();
    return folder;
  }

  /** Runs git in a folder. */
  public Result git(Path folder, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    return run(folder, command);
  }

  /** Runs the program in a folder. */
  public Result sealconf(Path folder, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(words));
    return run(folder, command);
  }

  /** Runs a command in a folder, with nothing on standard input. */
  public Result run(Path folder, List<String> command) throws IOException {
    Process process = start(folder, command);
    process.getOutputStream().close();
    FutureTask<byte[]> err = all(process.getErrorStream());
    FutureTask<byte[]> out = all(process.getInputStream());
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError("no end of " + command + " in " + folder);
      }
      String errText = new String(err.get(), StandardCharsets.UTF_8);
      return new Result(command, process.exitValue(), out.get(), errText);
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts a command in a folder without waiting for it. */
  public Process start(Path folder, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(new File(folder.toString()));
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Reads a stream in a thread of its own: Java's shared pool may have only one. */
  private static FutureTask<byte[]> all(InputStream in) {
    FutureTask<byte[]> task = new FutureTask<>(in::readAllBytes);
    new Thread(task, "output of a command").start();
    return task;
  }

  /** What {@code git status --porcelain} prints, a line each. */
  public List<String> status(Path folder) throws IOException {
    return git(folder, "status", "--porcelain", "--untracked-files=all")
        .expectOk()
        .out()
        .lines()
        .toList();
  }

  /** Fails if git, or the folder for temporary files, holds a secret in plain text. */
  public void scan() throws IOException {
    scan.check(root);
    for (Path file : SecretFiles.below(root.resolve("tmp"), marker)) {
      throw new AssertionError("a secret is left in " + file);
    }
  }

  /** What is known of all that git stores, for further questions. */
  public SecretScan stored() {
    return scan;
  }
}
