package dev.sealconf.session;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.SourceText;
import java.nio.file.Path;

/** Warns if SOPS, which looks at the file's name, would take the file for another type. */
public final class ForeignName {
  private final Session session;

  /** Warns in this session. */
  public ForeignName(Session session) {
    this.session = session;
  }

  /**
   * Warns if SOPS needs flags to open a file that is about to be written, but did not need them
   * before.
   *
   * @param before the current content of the file
   */
  public void announce(String file, DocumentFormat format, byte[] before, byte[] sealed) {
    Path path = session.world().resolve(file);
    String name = path.getFileName() == null ? "" : path.getFileName().toString();
    if (!session.formats().opensInSops(name, format, sealed)
        && session.formats().sealedAs(before).filter(old -> old == format).isEmpty()) {
      String type =
          format.typeInSops(new SourceText(name, sealed)).map(ForeignName::flags).orElse("");
      session
          .world()
          .tell()
          .warn(
              session.world().shown(path)
                  + " has the type "
                  + format.name()
                  + (type.isEmpty()
                      ? ", which sops can't open"
                      : ", but its name doesn't show that: sops needs " + type));
    }
  }

  private static String flags(String type) {
    return "--input-type " + type + " --output-type " + type;
  }
}
