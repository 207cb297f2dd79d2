package dev.sealconf.git.sequence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Steps that change files and the index. */
final class FileSteps {
  private FileSteps() {}

  static List<Step> all() {
    return List.of(
        FileSteps::edit,
        FileSteps::edit,
        FileSteps::edit,
        FileSteps::editBack,
        FileSteps::editBack,
        FileSteps::create,
        FileSteps::touch,
        FileSteps::add,
        FileSteps::add,
        FileSteps::addAll,
        FileSteps::renormalize,
        FileSteps::move,
        FileSteps::remove,
        FileSteps::restore,
        FileSteps::unstage,
        FileSteps::restoreSource,
        FileSteps::checkoutPath);
  }

  private static boolean edit(Run run) throws IOException {
    Optional<String> path = run.oneOf(run.model.work.keySet());
    if (path.isEmpty()) {
      return false;
    }
    Content content = run.model.work.get(path.get());
    List<String> keys = content.keys();
    String key = keys.get(run.random.nextInt(keys.size()));
    int what = run.random.nextInt(8);
    if (what == 0 && keys.size() > 2) {
      run.write(path.get(), content.without(key));
    } else {
      run.write(path.get(), content.with(what == 1 ? "k" + run.log.size() : key, run.value()));
    }
    return true;
  }

  /** A file gets the content that it has in some commit. */
  private static boolean editBack(Run run) throws IOException {
    Optional<String> path = run.oneOf(run.model.work.keySet());
    List<Content> before = new ArrayList<>();
    for (Commit commit : run.model.head().history()) {
      Content content = path.map(commit.tree()::get).orElse(null);
      if (content != null) {
        before.add(content);
      }
    }
    before.sort((a, b) -> a.values().toString().compareTo(b.values().toString()));
    Optional<Content> content = run.oneOf(before);
    if (content.isPresent()) {
      run.write(path.get(), content.get());
    }
    return content.isPresent();
  }

  private static boolean create(Run run) throws IOException {
    run.write(run.freePath(), Content.fresh(run.value(), run.value()));
    return true;
  }

  private static boolean touch(Run run) throws IOException {
    Optional<String> path = run.oneOf(run.model.work.keySet());
    if (path.isPresent()) {
      run.log.add("touch " + path.get());
      Instant time = Instant.ofEpochSecond(1_700_000_000L + run.random.nextInt(10_000_000));
      Files.setLastModifiedTime(run.folder.resolve(path.get()), FileTime.from(time));
    }
    return path.isPresent();
  }

  private static boolean add(Run run) throws IOException {
    Optional<String> path = run.oneOf(run.model.work.keySet());
    if (path.isPresent()) {
      run.git("add", path.get());
      run.model.index.put(path.get(), run.model.work.get(path.get()));
    }
    return path.isPresent();
  }

  private static boolean addAll(Run run) throws IOException {
    run.git("add", "-A");
    run.model.index.clear();
    run.model.index.putAll(run.model.work);
    return true;
  }

  private static boolean renormalize(Run run) throws IOException {
    if (!run.model.nothingIsMissing()) {
      return false;
    }
    run.git("add", "--renormalize", ".");
    run.model.index.putAll(run.model.trackedWork());
    return true;
  }

  private static boolean move(Run run) throws IOException {
    Optional<String> from = run.oneOf(run.model.trackedWork().keySet());
    if (from.isEmpty()) {
      return false;
    }
    String name = from.get();
    String to = run.freePath().replaceAll("\\..*", name.substring(name.indexOf('.')));
    run.git("mv", name, to);
    run.model.index.put(to, run.model.index.remove(name));
    run.model.work.put(to, run.model.work.remove(name));
    return true;
  }

  private static boolean remove(Run run) throws IOException {
    Map<String, Content> same = new TreeMap<>(run.model.trackedWork());
    same.entrySet().retainAll(run.model.index.entrySet());
    same.entrySet().retainAll(run.model.head().tree().entrySet());
    Optional<String> path = run.oneOf(same.keySet());
    if (path.isPresent()) {
      run.git("rm", run.looksChanged ? "-qf" : "-q", path.get());
      run.model.index.remove(path.get());
      run.model.work.remove(path.get());
    }
    return path.isPresent();
  }

  private static boolean restore(Run run) throws IOException {
    Optional<String> path = run.oneOf(run.model.index.keySet());
    if (path.isPresent()) {
      run.git("restore", path.get());
      run.model.work.put(path.get(), run.model.index.get(path.get()));
    }
    return path.isPresent();
  }

  private static boolean unstage(Run run) throws IOException {
    Optional<String> path = run.oneOf(run.model.index.keySet());
    if (path.isPresent()) {
      run.git("restore", "--staged", path.get());
      Model.set(run.model.index, path.get(), run.model.head().tree().get(path.get()));
    }
    return path.isPresent();
  }

  /** Restores the version of some commit in the work tree. */
  private static boolean restoreSource(Run run) throws IOException {
    Optional<Commit> commit = run.oneOf(HistorySteps.inOrder(run.model.head()));
    Optional<String> path = commit.flatMap(from -> run.oneOf(from.files().keySet()));
    if (path.isEmpty() || !run.model.index.containsKey(path.get())) {
      return false;
    }
    run.git("restore", "--source=" + commit.get().id(), path.get());
    run.model.work.put(path.get(), commit.get().tree().get(path.get()));
    return true;
  }

  /** Restores the version of some commit in the work tree and in the index. */
  private static boolean checkoutPath(Run run) throws IOException {
    Optional<Commit> commit = run.oneOf(HistorySteps.inOrder(run.model.head()));
    Optional<String> path = commit.flatMap(from -> run.oneOf(from.files().keySet()));
    if (path.isEmpty()) {
      return false;
    }
    Content content = Objects.requireNonNull(commit.get().tree().get(path.get()));
    run.git("checkout", "-q", commit.get().id(), "--", path.get());
    run.model.work.put(path.get(), content);
    run.model.index.put(path.get(), content);
    return true;
  }
}
