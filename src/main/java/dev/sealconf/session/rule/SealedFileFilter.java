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

/** Tells which files are sealed, as far as can be told without keys. */
public final class SealedFileFilter {
  private static final String TOKEN = "ENC[AES256_GCM,";

  private final Session session;
  private final FileTypes types;

  /** Goes by the types that one command line names. */
  public SealedFileFilter(Session session, Overrides given) {
    this.session = session;
    this.types = new FileTypes(given, session.formats());
  }

  /** Whether a file of a folder is sealed. */
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

  /** A file that can't be read, but has a token in it, is a sealed file that was damaged. */
  public boolean contain(Input input) {
    try {
      return new FileStatus(session.providers()).sealed(input);
    } catch (SealconfException e) {
      return new String(input.source().bytes(), StandardCharsets.ISO_8859_1).contains(TOKEN);
    }
  }
}
