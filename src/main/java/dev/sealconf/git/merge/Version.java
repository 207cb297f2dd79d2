package dev.sealconf.git.merge;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.error.Location;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.filter.RawText;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.SealedReader;
import dev.sealconf.operation.file.Strictness;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.util.List;
import java.util.Optional;

/**
 * One version of a file, in plain text.
 *
 * @param opened the encrypted file; empty if it is stored in plain text, or if there is none
 */
record Version(Input input, Document plain, Optional<OpenedFile> opened) implements AutoCloseable {

  /**
   * Opens it. No bytes are a file that isn't there.
   *
   * @throws SealconfException if it can't be opened or read, or has an unresolved conflict
   */
  static Version open(World world, KeyRing keys, Input input, Strictness strictness) {
    if (input.source().bytes().length == 0) {
      return new Version(input, nothing(input), Optional.empty());
    }
    if (!isEncrypted(input)) {
      return new Version(input, input.format().read(input.source()), Optional.empty());
    }
    OpenedFile opened = OpenedFile.open(world, keys, input, strictness);
    try {
      if (RawText.reason(opened.tree()).isPresent()) {
        throw new Refusal("a version of the file has an unresolved conflict")
            .at(Location.of(input.source().name()));
      }
      return new Version(input, opened.plain(), Optional.of(opened));
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** Returns the same; nothing if it can't be opened or read. */
  static Version openOrNothing(Session session, Overrides given, Input input) {
    try {
      return open(session.world(), session.keyRing(given), input, Strictness.NORMAL);
    } catch (SealconfException e) {
      return new Version(input, nothing(input), Optional.empty());
    }
  }

  /** Returns what there is of a file that isn't there. */
  static Document nothing(Input input) {
    return new Document(
        input.format(), input.source(), List.of(), Optional.empty(), Optional.empty());
  }

  /** Returns whether a file has metadata; one that can't be read is none. */
  static boolean isEncrypted(Input input) {
    try {
      return SealedReader.read(input).metadata().isPresent();
    } catch (SealconfException e) {
      return false;
    }
  }

  /** Returns whether there is a file. */
  boolean exists() {
    return input.source().bytes().length > 0;
  }

  DocumentFormat format() {
    return input.format();
  }

  byte[] stored() {
    return input.source().bytes();
  }

  @Override
  public void close() {
    opened.ifPresent(OpenedFile::close);
  }
}
