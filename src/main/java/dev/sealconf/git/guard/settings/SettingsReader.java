package dev.sealconf.git.guard.settings;

import dev.sealconf.config.ConfigFile;
import dev.sealconf.config.ConfigLocator;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.guard.finding.Check;
import dev.sealconf.git.guard.finding.FileVersion;
import dev.sealconf.git.guard.finding.Finding;
import dev.sealconf.git.guard.read.Contents;
import dev.sealconf.git.guard.read.Plumbing;
import dev.sealconf.git.repository.IndexEntry;
import dev.sealconf.io.Tell;
import dev.sealconf.io.World;
import dev.sealconf.io.plaintext.PlaintextFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the settings of commits and of the index; equal ones once. */
public final class SettingsReader implements AutoCloseable {
  private static final int MOST_BYTES = 1 << 20;

  private final World world;
  private final Plumbing git;
  private final Contents contents;
  private final Map<List<IndexEntry>, Settings> known = new HashMap<>();
  private PlaintextFolder folder;

  /** Creates a reader. */
  public SettingsReader(World world, Plumbing git, Contents contents) {
    this.world = world;
    this.git = git;
    this.contents = contents;
  }

  /**
   * Returns the settings among all files of a commit or of the index.
   *
   * @param commit empty for the index
   */
  public Settings of(List<IndexEntry> files, String commit) {
    List<IndexEntry> settings = new ArrayList<>();
    for (IndexEntry file : files) {
      if (Settings.contain(file.path())) {
        settings.add(file);
      }
    }
    Settings found = known.get(settings);
    if (found == null) {
      found = read(settings, commit);
      known.put(settings, found);
    }
    return found;
  }

  private Settings read(List<IndexEntry> files, String commit) {
    List<RuleFile> ruleFiles = new ArrayList<>();
    List<IndexEntry> attributes = new ArrayList<>();
    List<Finding> problems = new ArrayList<>();
    for (IndexEntry entry : files) {
      FileVersion file = new FileVersion(entry.path(), entry.object(), commit);
      if (!entry.isFile()) {
        problems.add(
            problem(
                file,
                0,
                "a symbolic link, which the guard doesn't follow",
                "replace the link by a file"));
      } else if (file.lastName().equals(ConfigLocator.NAME)) {
        ruleFile(file, problems).ifPresent(ruleFiles::add);
      } else if (Attributes.isUsable(entry)) {
        attributes.add(entry);
      }
    }
    ruleFiles.sort((a, b) -> Integer.compare(b.file().path().length(), a.file().path().length()));
    return new Settings(
        ruleFiles,
        new Attributes(git, attributes, folder().path("index-" + known.size())),
        problems);
  }

  private Optional<RuleFile> ruleFile(FileVersion file, List<Finding> problems) {
    Optional<byte[]> bytes = contents.bytes(file.object(), MOST_BYTES);
    if (bytes.isEmpty()) {
      String message = "it is larger than 1 MiB, or its content is not in this clone";
      problems.add(problem(file, 0, message, "check what it contains"));
      return Optional.empty();
    }
    try {
      ConfigFile config = ConfigFile.of(file.name(), bytes.get());
      Settings.require(config);
      return Optional.of(new RuleFile(file, config));
    } catch (SealconfException e) {
      int line = e.location().isPresent() ? e.location().get().line() : 0;
      problems.add(problem(file, line, e.getMessage(), "correct the file"));
      return Optional.empty();
    }
  }

  private static Finding problem(FileVersion file, int line, String message, String hint) {
    return new Finding(Check.SETTINGS, file, line, message, hint);
  }

  /** Returns a folder for indexes. Only names of files get into it. */
  private PlaintextFolder folder() {
    if (folder == null) {
      folder = PlaintextFolder.open(world.with(Tell.NOTHING));
    }
    return folder;
  }

  @Override
  public void close() {
    if (folder != null) {
      folder.close();
    }
  }
}
