package dev.sealconf.git.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.git.scenario.Kind;
import dev.sealconf.git.scenario.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** One sequence: a repository, its model, and the dice. */
final class Run {
  final Model model = new Model();
  final Random random;
  final Sandbox sandbox;
  final Path folder;
  final List<String> log = new ArrayList<>();
  private int values;

  /** Whether a file may look changed to git although it isn't, because the cache is damaged. */
  boolean looksChanged;

  /** A repository with two files of different formats. */
  Run(long seed, Sandbox sandbox) throws IOException {
    this.random = new Random(seed);
    this.sandbox = sandbox;
    folder = sandbox.repository("work.d", true);
    model.branches.put("main", new Commit(id("HEAD"), List.of(), Map.of()));
    for (int i = 0; i < 2; i++) {
      write(freePath(), Content.fresh(value(), value()));
    }
    git("add", "-A");
    model.index.putAll(model.work);
    commit("commit", "-q", "-m", "start");
  }

  /** Runs git, which must end well. */
  String git(String... words) throws IOException {
    log.add("git " + String.join(" ", words));
    return sandbox.git(folder, words).expectOk().out().strip();
  }

  private String id(String revision) throws IOException {
    return sandbox.git(folder, "rev-parse", revision).expectOk().out().strip();
  }

  /** Commits what is staged: runs git with these words, and adds a commit to the model. */
  void commit(String... words) throws IOException {
    git(words);
    committed(model.index, List.of(model.head()));
  }

  /** Git has made a commit. */
  void committed(Map<String, Content> tree, List<Commit> parents) throws IOException {
    model.branches.put(model.branch, new Commit(id("HEAD"), parents, new TreeMap<>(tree)));
  }

  void write(String path, Content content) throws IOException {
    log.add("write " + path + " " + content.values().values());
    Files.write(folder.resolve(path), content.bytes(path));
    model.work.put(path, content);
  }

  /** A secret that was never used before. */
  String value() {
    values++;
    return "v" + values + "-" + sandbox.marker + "-";
  }

  /** A name that no file had before. */
  String freePath() {
    values++;
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    return "f" + values + "." + kind.extension();
  }

  /** One of them, if there is one. */
  <T> Optional<T> oneOf(Collection<T> all) {
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new ArrayList<>(all).get(random.nextInt(all.size())));
  }

  /** A branch other than the one that is checked out. */
  Optional<String> otherBranch() {
    List<String> others = new ArrayList<>(model.branches.keySet());
    others.remove(model.branch);
    return oneOf(others);
  }

  /** Fails unless git and the work tree are as the model says, and git holds no secret. */
  void check(boolean withStatus) throws IOException {
    for (Map.Entry<String, Content> file : model.work.entrySet()) {
      byte[] content = Files.readAllBytes(folder.resolve(file.getKey()));
      assertThat(new String(content, StandardCharsets.UTF_8))
          .as(file.getKey())
          .isEqualTo(new String(file.getValue().bytes(file.getKey()), StandardCharsets.UTF_8));
    }
    if (withStatus) {
      String status =
          sandbox
              .git(folder, "status", "--porcelain", "--no-renames", "--untracked-files=all")
              .expectOk()
              .out();
      assertThat(status.lines().sorted().toList()).as("git status").isEqualTo(model.status());
    }
    sandbox.scan();
  }
}
