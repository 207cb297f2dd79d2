package dev.sealconf.session.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random trees and patterns: what a walk finds is what git takes for not ignored. */
class GitIgnoreEvidenceTest {
  private static final String[] NAMES = {
    "a", "b", "ab", "abc", "a.yaml", "b.yaml", "a b", "ü", "x[1]", "build", "secret.env", "a\\b"
  };
  private static final String[] PIECES = {
    "a",
    "b",
    "ab",
    "*",
    "**",
    "?",
    "/",
    "/",
    "/**/",
    "[ab]",
    "[!a]",
    "[^b]",
    "[a-c]",
    ".yaml",
    "*.yaml",
    "build",
    "build/",
    "\\*",
    "\\a",
    "ü",
    " ",
    "\\ ",
    "[[:alpha:]]",
    "[[:space:]]",
    "[]a]",
    "[a",
    "x[1]",
    "x\\[1\\]",
    "**/a",
    "a/**",
    "secret*",
    "\\",
    "[[:nope:]]",
    "[b-a]",
    "[a-]",
    "***"
  };

  @TempDir Path folder;
  private Path home;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsWhatGitDoesNotIgnore(long seed) throws IOException, InterruptedException {
    Random random = new Random(seed);
    home = Files.createDirectory(folder.resolve("home"));
    Path repository = Files.createDirectory(folder.resolve("repository"));
    git(repository, "init", "-q");
    tree(repository, random, 3);
    for (int round = 0; round < 12; round++) {
      patterns(repository.resolve(".gitignore"), random);
      patterns(repository.resolve("a/.gitignore"), random);
      patterns(repository.resolve("build/a/.gitignore"), random);
      patterns(repository.resolve(".git/info/exclude"), random);
      patterns(home.resolve(".config/git/ignore"), random);
      if (round > 5) {
        track(repository, random);
      }
      compare(repository, repository, seed + "/" + round);
      if (!isIgnored(repository, "a")) {
        compare(repository, repository.resolve("a"), seed + "/" + round + " in a");
      }
    }
  }

  @Test
  void readsEveryVersionOfTheIndex() throws IOException, InterruptedException {
    home = Files.createDirectory(folder.resolve("home"));
    for (String hash : List.of("sha1", "sha256")) {
      Path repository = Files.createDirectory(folder.resolve(hash));
      git(repository, "init", "-q", "--object-format=" + hash);
      tree(repository, new Random(1), 3);
      Files.writeString(repository.resolve(".gitignore"), "*\n");
      track(repository, new Random(2));
      for (String version : List.of("2", "3", "4")) {
        git(repository, "update-index", "--index-version", version);
        git(repository, "update-index", "--skip-worktree", firstTracked(repository));
        compare(repository, repository, hash + " " + version);
      }
    }
  }

  private String firstTracked(Path repository) throws IOException, InterruptedException {
    return git(repository, "ls-files", "-z").split("\0")[0];
  }

  private void compare(Path repository, Path start, String name)
      throws IOException, InterruptedException {
    TreeSet<String> expected = new TreeSet<>();
    String listed =
        git(start, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ".");
    for (String path : listed.split("\0")) {
      if (!path.isEmpty() && !path.endsWith(".gitignore")) {
        expected.add(path);
      }
    }
    TreeSet<String> found = new TreeSet<>();
    FolderWalk walk = new FolderWalk(TestWorld.in(folder).world(), start);
    walk.found().files().forEach(file -> found.add(start.relativize(file).toString()));
    assertThat(found).as("%s: %s", name, shown(repository)).isEqualTo(expected);
  }

  private static String shown(Path repository) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(repository)) {
      for (Path file : files.filter(f -> f.endsWith(".gitignore")).toList()) {
        text.append(repository.relativize(file)).append('\n').append(Files.readString(file));
      }
    }
    return text + Files.readString(repository.resolve(".git/info/exclude"));
  }

  private static void tree(Path folder, Random random, int levels) throws IOException {
    Files.createDirectories(folder);
    for (String name : NAMES) {
      if (levels > 0 && (name.equals("a") || name.equals("build") || random.nextInt(4) == 0)) {
        tree(folder.resolve(name), random, levels - 1);
      } else {
        Files.writeString(folder.resolve(name), name);
      }
    }
  }

  private static void patterns(Path file, Random random) throws IOException {
    StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "\ufeff# list\n" : "");
    for (int i = random.nextInt(5); i >= 0; i--) {
      text.append(random.nextInt(4) == 0 ? "!" : "").append(random.nextInt(4) == 0 ? "/" : "");
      for (int j = random.nextInt(3); j >= 0; j--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      text.append(random.nextInt(5) == 0 ? "/" : "").append(random.nextInt(6) == 0 ? "  " : "");
      text.append(random.nextInt(6) == 0 ? "\r\n" : "\n");
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Has git track every fifth file, ignored or not. */
  private void track(Path repository, Random random) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("--literal-pathspecs", "add", "-f", "--"));
    try (Stream<Path> files = Files.walk(repository)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> repository.relativize(file).toString())
          .filter(file -> !file.startsWith(".git/") && random.nextInt(5) == 0)
          .sorted()
          .forEach(words::add);
    }
    git(repository, words.toArray(String[]::new));
  }

  private boolean isIgnored(Path repository, String path) throws IOException, InterruptedException {
    Process process = start(repository, "check-ignore", "-q", "--no-index", path);
    return process.waitFor() == 0;
  }

  private String git(Path directory, String... words) throws IOException, InterruptedException {
    Process process = start(directory, words);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("git %s", String.join(" ", words)).isZero();
    return out;
  }

  private Process start(Path directory, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(Peers.GIT.path().toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().remove("XDG_CONFIG_HOME");
    builder.environment().put("HOME", home.toString());
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return builder.start();
  }
}
