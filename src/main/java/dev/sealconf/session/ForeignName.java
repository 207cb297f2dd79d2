package dev.sealconf.session;

import dev.sealconf.document.DocumentFormat;
import java.nio.file.Path;

/** Tells of files that SOPS, which goes by the name, would take for files of another type. */
public final class ForeignName {
  private final Session session;

  /** Warns in this run. */
  public ForeignName(Session session) {
    this.session = session;
  }

  /**
   * Warns if SOPS needs flags to open a file that is about to be written, and did not need them so
   * far.
   *
   * @param before what the file holds so far
   */
  public void announce(String file, DocumentFormat format, byte[] before, byte[] sealed) {
    Path path = session.world().resolve(file);
    String name = path.getFileName() == null ? "" : path.getFileName().toString();
    if (!session.formats().opensInSops(name, format, sealed)
        && session.formats().sealedAs(before).filter(old -> old == format).isEmpty()) {
      session
          .world()
          .tell()
          .warn(
              session.world().shown(path)
                  + " holds a file of type "
                  + format.name()
                  + ", but its name doesn't say so: sops needs --input-type "
                  + format.name()
                  + " --output-type "
                  + format.name());
    }
  }
}
