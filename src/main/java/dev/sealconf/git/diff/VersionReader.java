package dev.sealconf.git.diff;

import dev.sealconf.document.Document;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.MetadataReader;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.filter.RawText;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.file.FileAccess;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.SealedReader;
import dev.sealconf.operation.file.Strictness;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads versions of files, plain and encrypted ones; never fails for what is in them. */
final class VersionReader {
  private final Session session;
  private final KeyRing keys;
  private final FileTypes types;

  /** Reads with the keys of a run. */
  VersionReader(Session session, Overrides given) {
    this.session = session;
    this.keys = session.keyRing(given);
    this.types = new FileTypes(given, session.formats());
  }

  /**
   * Returns a version of a file.
   *
   * @param plain says what is secret in it if it is a plain one
   */
  FileVersion read(String name, byte[] bytes, Supplier<Set<Selection>> plain) {
    Input input = types.input(name, bytes);
    Optional<Document> sealed = sealed(input);
    return sealed.isPresent() ? opened(input, sealed.get()) : plain(input, plain);
  }

  /** Returns what is secret in a file, if it is an encrypted one. */
  Optional<Selection> selection(String name, byte[] bytes) {
    return sealed(types.input(name, bytes)).flatMap(this::metadata).map(Metadata::selection);
  }

  private static Optional<Document> sealed(Input input) {
    try {
      return Optional.of(SealedReader.read(input)).filter(read -> read.metadata().isPresent());
    } catch (SealconfException e) {
      return Optional.empty();
    }
  }

  private Optional<Metadata> metadata(Document sealed) {
    try {
      return Optional.of(new MetadataReader(session.providers()).read(sealed));
    } catch (SealconfException e) {
      return Optional.empty();
    }
  }

  private FileVersion opened(Input input, Document sealed) {
    Optional<Metadata> metadata = metadata(sealed);
    Optional<FileAccess> access =
        metadata.map(m -> new FileAccess(m.groups(), m.terms().groupsNeeded()));
    Set<Selection> selections = Set.of(metadata.map(Metadata::selection).orElse(MaskedText.ALL));
    try (OpenedFile file = OpenedFile.open(session.world(), keys, input, Strictness.NORMAL)) {
      return values(file.plain(), selections, access);
    } catch (SealconfException e) {
      return closed(sealed, selections, access, reason(e));
    }
  }

  private static FileVersion closed(
      Document sealed, Set<Selection> selections, Optional<FileAccess> access, String reason) {
    try {
      Document rest = MaskedText.withoutMetadata(sealed);
      return new FileVersion(
          rest.source().bytes(), Optional.of(rest), false, selections, access, Optional.of(reason));
    } catch (SealconfException e) {
      return lines(sealed.source().bytes(), selections, access, Optional.of(reason));
    }
  }

  private static String reason(SealconfException failure) {
    return failure instanceof KeyFailure
        ? "no key here decrypts it"
        : failure.getMessage().lines().findFirst().orElse("");
  }

  private static FileVersion plain(Input input, Supplier<Set<Selection>> selections) {
    try {
      Document document = input.format().read(input.source());
      return document.metadata().isPresent()
          ? closed(document, Set.of(MaskedText.ALL), Optional.empty(), "its metadata is damaged")
          : values(document, selections.get(), Optional.empty());
    } catch (SealconfException e) {
      return lines(
          input.source().bytes(), Set.of(MaskedText.ALL), Optional.empty(), Optional.empty());
    }
  }

  /** A text of comments alone has no values: its comments are in no tree. */
  private static FileVersion values(
      Document plain, Set<Selection> selections, Optional<FileAccess> access) {
    byte[] text = plain.source().bytes();
    if (plain.format().encryptsWhole()) {
      return new FileVersion(text, Optional.empty(), true, selections, access, Optional.empty());
    }
    Optional<RawText> raw = RawText.in(plain.branches());
    if (raw.isPresent() || plain.branches().isEmpty()) {
      return lines(raw.map(RawText::text).orElse(text), selections, access, Optional.empty());
    }
    return new FileVersion(text, Optional.of(plain), false, selections, access, Optional.empty());
  }

  private static FileVersion lines(
      byte[] text,
      Set<Selection> selections,
      Optional<FileAccess> access,
      Optional<String> failure) {
    return new FileVersion(text, Optional.empty(), false, selections, access, failure);
  }
}
