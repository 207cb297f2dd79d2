package dev.sealconf.git.protection;

import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.file.FileAccess;
import dev.sealconf.operation.file.Input;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds out whether the user's keys open encrypted files. One file is tried for each set of
 * recipients, since a key may be in a cloud, or ask for a touch or a password.
 */
public final class KeyAtHand {
  private final Session session;
  private final KeyRing keys;
  private final Map<String, Boolean> known = new HashMap<>();

  /** Uses the keys of this run. */
  public KeyAtHand(Session session, Overrides given) {
    this.session = session;
    this.keys = session.keyRing(given);
  }

  /** Returns whether a key at hand opens an encrypted file. */
  public boolean opens(Input file) {
    try {
      Metadata metadata = FileAccess.metadata(file, session.providers());
      String recipients = metadata.terms().threshold() + " " + metadata.terms().groups();
      Boolean before = known.get(recipients);
      if (before == null) {
        before = unwraps(metadata, file.source().name());
        known.put(recipients, before);
      }
      return before;
    } catch (SealconfException e) {
      return false; // its metadata can't be read
    }
  }

  private boolean unwraps(Metadata metadata, String name) {
    try {
      keys.unwrap(metadata.groups(), metadata.threshold(), name).close();
      return true;
    } catch (SealconfException e) {
      return false;
    }
  }
}
