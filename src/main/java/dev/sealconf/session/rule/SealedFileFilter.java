package dev.sealconf.session.rule;

import dev.sealconf.document.Limits;
import dev.sealconf.document.SourceText;
import dev.sealconf.error.SealconfException;
import dev.sealconf.operation.file.FileStatus;
import dev.sealconf.operation.file.Input;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Selects sealed files, as far as it can tell without keys. */
public final class SealedFileFilter {
  private static final String TOKEN = "ENC[AES256_GCM,";

  private final Session session;
  private final FileTypes types;

  /** Uses the types that one command line names. */
  public SealedFileFilter(Session session, Overrides given) {
    this.session = session;
    this.types = new FileTypes(given, session.formats());
  }

  /** Returns whether a file of a folder is sealed. */
  public boolean contain(Path file) {
    try {
      if (Files.size(file) > Limits.FILE_BYTES) {
        return false;
      }
      SourceText source = new SourceText(file.toString(), Files.readAllBytes(file));
      return contain(types.input(source.name(), source.bytes()));
    } catch (IOException e) {
      return false;
    }
  }

  /** If a file can't be read but contains a token, it counts as a damaged sealed file. */
  public boolean contain(Input input) {
    try {
      return new FileStatus(session.providers()).sealed(input);
    } catch (SealconfException e) {
      return new String(input.source().bytes(), StandardCharsets.ISO_8859_1).contains(TOKEN);
    }
  }
}
