package dev.sealconf.git.filter;

import dev.sealconf.document.Document;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.MetadataReader;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.repository.Blobs;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.git.repository.IndexEntry;
import dev.sealconf.git.repository.LastCommit;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.SealedReader;
import dev.sealconf.session.FileTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the encrypted blobs that a file of the work tree may be the next version of. */
final class Bases {
  private final Blobs blobs;
  private final LastCommit lastCommit;
  private final FileTypes types;
  private final KeyProviders providers;

  /**
   * An encrypted blob.
   *
   * @param object its name
   * @param isRaw whether it holds a text whole that could not be encrypted value by value
   */
  record Base(String object, Input input, Metadata metadata, boolean isRaw) {
    byte[] bytes() {
      return input.source().bytes();
    }
  }

  Bases(Blobs blobs, LastCommit lastCommit, FileTypes types, KeyProviders providers) {
    this.blobs = blobs;
    this.lastCommit = lastCommit;
    this.types = types;
    this.providers = providers;
  }

  /**
   * Returns the blob in the index, then the one in the last commit, as far as they are encrypted.
   */
  List<Base> of(GitPath path, Optional<IndexEntry> entry) {
    List<Base> bases = new ArrayList<>();
    entry
        .flatMap(e -> blobs.read(e.object()))
        .flatMap(blob -> base(path, blob.object(), blob.bytes()))
        .ifPresent(bases::add);
    if (bases.isEmpty() || bases.get(0).isRaw()) {
      lastCommit
          .read(path.bytes())
          .flatMap(blob -> base(path, blob.object(), blob.bytes()))
          .filter(base -> bases.isEmpty() || !base.object().equals(bases.get(0).object()))
          .ifPresent(bases::add);
    }
    return bases;
  }

  /** Returns a blob as a base; empty if it isn't an encrypted file that can be read. */
  Optional<Base> base(GitPath path, String object, byte[] bytes) {
    if (!Clean.hasToken(bytes)) {
      return Optional.empty(); // every encrypted file has at least that of its MAC
    }
    Input input = types.input(path.text(), bytes);
    try {
      Document document = SealedReader.read(input);
      if (document.metadata().isEmpty()) {
        return Optional.empty();
      }
      Metadata metadata = new MetadataReader(providers).read(document);
      boolean raw = RawText.reason(document.branches()).isPresent();
      return Optional.of(new Base(object, input, metadata, raw));
    } catch (SealconfException e) {
      return Optional.empty();
    }
  }
}
