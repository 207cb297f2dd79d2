package dev.sealconf.git.diff;

import dev.sealconf.config.ConfigFile;
import dev.sealconf.config.ConfigLocator;
import dev.sealconf.config.CreationRule;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.repository.Blobs;
import dev.sealconf.git.repository.Index;
import dev.sealconf.git.repository.IndexEntry;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.operation.file.FileAccess;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which values of a plain file are secret: those that its stored form encrypts, and those that its
 * creation rule selects. git names many plain files by their last name alone; then the selections
 * of all files of that name count. If nothing is known about a file, all of its values are secret.
 */
final class PlainSelections implements AutoCloseable {
  /** Reading more blobs takes too long. */
  private static final int MOST_FILES = 1000;

  private final Session session;
  private final Repository repository;
  private final Index index;
  private final Blobs blobs;
  private final Map<String, Set<Selection>> known = new HashMap<>();

  /** Those of files in this repository. */
  PlainSelections(Session session, Repository repository) {
    this.session = session;
    this.repository = repository;
    this.index = new Index(repository);
    this.blobs = new Blobs(repository);
  }

  /** For a file as git names it: a path from the top of the work tree, or a temporary file. */
  Set<Selection> of(String name) {
    return known.computeIfAbsent(name, this::tried);
  }

  /** Everything is secret if git can't be asked. */
  private Set<Selection> tried(String name) {
    try {
      return found(name);
    } catch (SealconfException e) {
      return Set.of(MaskedText.ALL);
    }
  }

  private Set<Selection> found(String name) {
    Set<Selection> selections = new HashSet<>();
    List<IndexEntry> files = files(name);
    if (files.size() <= MOST_FILES) {
      for (IndexEntry file : files) {
        stored(file).ifPresent(selections::add);
        rule(text(file.path())).ifPresent(selections::add);
      }
    }
    return selections.isEmpty() ? Set.of(MaskedText.ALL) : selections;
  }

  private List<IndexEntry> files(String name) {
    String path = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    List<IndexEntry> exact = name.startsWith("/") ? List.of() : index.entries(path);
    if (!exact.isEmpty()) {
      return exact;
    }
    String last = path.substring(path.lastIndexOf('/') + 1);
    List<IndexEntry> alike = new ArrayList<>();
    for (IndexEntry entry : index.all()) {
      if (entry.path().equals(last) || entry.path().endsWith("/" + last)) {
        alike.add(entry);
      }
    }
    return alike;
  }

  private Optional<Selection> stored(IndexEntry file) {
    try {
      FileTypes types = new FileTypes(Overrides.NONE, session.formats());
      return blobs
          .read(file.object())
          .map(blob -> types.input(text(file.path()), blob.bytes()))
          .map(input -> FileAccess.metadata(input, session.providers()).selection());
    } catch (SealconfException e) {
      return Optional.empty(); // not encrypted
    }
  }

  /** Returns what the creation rule for a path selects. */
  private Optional<Selection> rule(String path) {
    try {
      Path file = repository.file(path);
      Optional<CreationRule> rule = config(file).flatMap(config -> config.ruleFor(file));
      return rule.map(r -> r.selection().orElse(Selection.DEFAULT));
    } catch (SealconfException e) {
      return Optional.of(MaskedText.ALL);
    }
  }

  private Optional<ConfigFile> config(Path file) {
    if (session.world().variable(Session.CONFIG_VARIABLE).isPresent()) {
      return session.config(Overrides.NONE);
    }
    ConfigLocator locator = new ConfigLocator(session.world());
    Path folder = file.getParent();
    return locator.nearest(folder).map(found -> locator.read(found, folder));
  }

  private static String text(String path) {
    return new String(path.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    blobs.close();
  }
}
