package dev.sealconf.git.rekey;

import dev.sealconf.config.ConfigFile;
import dev.sealconf.document.Indent;
import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.Printable;
import dev.sealconf.error.Refusal;
import dev.sealconf.git.filter.BlobFilter;
import dev.sealconf.git.protection.ProtectedPath;
import dev.sealconf.git.protection.ProtectedPaths;
import dev.sealconf.git.repository.Blobs;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.git.repository.IndexEntry;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.Rotate;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.Output;
import dev.sealconf.operation.groups.GroupChange;
import dev.sealconf.operation.groups.ShownKey;
import dev.sealconf.operation.groups.UpdateKeys;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.folder.FileNames;
import dev.sealconf.session.rule.Restrictions;
import dev.sealconf.session.rule.SealedFileFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changes the keys of encrypted blobs in the index. */
public final class StagedKeys {
  private final Session session;
  private final World world;
  private final Overrides given;
  private final Repository repository;
  private final KeyRing keys;
  private final Restrictions restrictions;

  /** An encrypted file in the index. */
  private record Staged(IndexEntry entry, GitPath path, Input input) {
    Location location() {
      return Location.of(path.text());
    }
  }

  /** Changes blobs of this repository that the words name, or all protected ones. */
  public StagedKeys(Session session, Overrides given, Repository repository) {
    this.session = session;
    this.world = session.world();
    this.given = given;
    this.repository = repository;
    this.keys = session.keyRing(given);
    this.restrictions = new Restrictions(session, given);
  }

  /**
   * Gives each file the recipients of its creation rule, after the user has seen what changes.
   *
   * @return the number of files that changed
   * @throws Refusal if the user has to agree and can't be asked
   */
  public int update() {
    ConfigFile config =
        session
            .config(given)
            .filter(ConfigFile::hasRules)
            .orElseThrow(
                () -> new ConfigFailure.Invalid("no .sops.yaml here or above lists recipients"));
    UpdateKeys update = new UpdateKeys(world, keys);
    Map<Staged, GroupChange> planned = new LinkedHashMap<>();
    for (Staged file : files()) {
      config
          .firstRule(file(file))
          .map(
              rule -> update.plan(file.input(), rule.groups(session.providers()), rule.threshold()))
          .filter(change -> !change.isEmpty())
          .ifPresent(change -> planned.put(file, change));
    }
    if (planned.isEmpty() || !agreed(planned)) {
      return 0;
    }
    Map<Staged, byte[]> changed = new LinkedHashMap<>();
    planned.forEach(
        (file, change) -> {
          byte[] blob = update.run(file.input(), restrictions.strictness(file(file)), change);
          changed.put(file, blob);
          change.notice().ifPresent(notice -> world.tell().warn(file.location() + ": " + notice));
        });
    return store(changed);
  }

  private boolean agreed(Map<Staged, GroupChange> planned) {
    planned.forEach(
        (file, change) ->
            change
                .groups()
                .forEach(
                    group -> {
                      group.added().forEach(k -> say(file, "add " + ShownKey.of(k)));
                      group.removed().forEach(k -> say(file, "remove " + ShownKey.of(k)));
                    }));
    if (given.on("yes")) {
      return true;
    }
    if (!world.ask().interactive()) {
      throw new Refusal("nothing was changed: sealconf can't ask without a terminal")
          .hint("--yes accepts the changes");
    }
    return world.ask().confirm("Update " + FileNames.count(planned.size()) + " in git's index?");
  }

  private void say(Staged file, String what) {
    world.tell().say(file.location() + ": " + what);
  }

  /**
   * Gives each file a new data key, for the same recipients.
   *
   * @return the number of files that changed
   */
  public int rotate() {
    Rotate rotate = new Rotate(world, keys);
    Map<Staged, byte[]> changed = new LinkedHashMap<>();
    for (Staged file : files()) {
      Output same = new Output(file.input().format(), Indent.DEFAULT, false);
      changed.put(
          file,
          rotate.run(
              file.input(),
              same,
              false,
              restrictions.policy(file(file), Set.of()),
              List.of(),
              List.of()));
    }
    return store(changed);
  }

  private Path file(Staged file) {
    return repository.file(file.path().text());
  }

  /** Stores the blobs, puts them into the index, and remembers what they stand for. */
  private int store(Map<Staged, byte[]> changed) {
    try (BlobFilter filter = new BlobFilter(session, given, repository)) {
      List<IndexEntry> entries = new ArrayList<>();
      changed.forEach(
          (file, blob) -> {
            String object = repository.store(blob);
            filter.smudge(file.path(), blob, Optional.of(object));
            entries.add(new IndexEntry(file.entry().mode(), object, 0, file.entry().path()));
          });
      repository.stage(entries);
    }
    return changed.size();
  }

  private List<Staged> files() {
    FileTypes types = new FileTypes(Overrides.NONE, session.formats());
    SealedFileFilter sealed = new SealedFileFilter(session, Overrides.NONE);
    List<Staged> files = new ArrayList<>();
    try (Blobs blobs = new Blobs(repository)) {
      for (ProtectedPath path : new ProtectedPaths(repository).tracked()) {
        if (path.entry().isPresent() && asked(path.file(repository))) {
          IndexEntry entry = path.entry().get();
          blobs
              .read(entry.object())
              .map(blob -> types.input(path.name(), blob.bytes()))
              .filter(sealed::contain)
              .ifPresent(input -> files.add(new Staged(entry, new GitPath(path.path()), input)));
        }
      }
    }
    if (files.isEmpty()) {
      throw new Refusal("no encrypted file in git's index" + of(given.words()))
          .hint("to see all protected files: sealconf git status");
    }
    return files;
  }

  private static String of(List<String> words) {
    return words.isEmpty() ? "" : " is in " + Printable.quote(words.get(0));
  }

  private boolean asked(Path file) {
    return given.words().isEmpty()
        || given.words().stream().anyMatch(word -> file.startsWith(world.resolve(word)));
  }
}
