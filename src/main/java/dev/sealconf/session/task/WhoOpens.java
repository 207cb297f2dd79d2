package dev.sealconf.session.task;

import dev.sealconf.config.ConfigFile;
import dev.sealconf.config.RecipientLabels;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.ring.KeyService;
import dev.sealconf.keys.ring.LocalKeys;
import dev.sealconf.operation.file.FileAccess;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.batch.Batch;
import dev.sealconf.session.folder.FileList;
import dev.sealconf.session.rule.SealedFileFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out who can open files and, with {@code check}, which of the keys open here. */
public final class WhoOpens {
  private final Session session;
  private final Overrides given;

  /** Examines the files and folders that the words name. */
  public WhoOpens(Session session, Overrides given) {
    this.session = session;
    this.given = given;
  }

  /**
   * Returns one entry for each readable file. If there is only one file, throws its failure;
   * otherwise reports failures to the listener.
   */
  public List<WhoEntry> entries(Batch.Listener listener) {
    FileList files =
        FileList.of(session.world(), given.words(), new SealedFileFilter(session, given)::contain);
    Optional<LocalKeys> checking =
        given.on("check") ? Optional.of(session.keysHere(given)) : Optional.empty();
    RecipientLabels labels =
        session.config(given).map(ConfigFile::labels).orElse(RecipientLabels.none());
    List<WhoEntry> entries = new ArrayList<>();
    for (String file : files.names()) {
      try {
        Optional<KeyService> keys = checking.map(here -> here.forFile(file));
        FileAccess access = FileAccess.of(session.input(given, file), session.providers());
        entries.add(WhoEntry.of(file, access, labels, keys));
      } catch (SealconfException e) {
        if (files.isSingle()) {
          throw e;
        }
        listener.failed(file, e);
      }
    }
    return entries;
  }
}
