package dev.sealconf.git.filter;

import dev.sealconf.document.Document;
import dev.sealconf.envelope.metadata.MetadataReader;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.SealedReader;
import dev.sealconf.session.FileTypes;
import java.util.Optional;

/** Makes files of the work tree from blobs. */
final class Smudge {
  private final BlobCache cache;
  private final FileTypes types;
  private final Opener opener;
  private final Notices notices;
  private final KeyProviders providers;

  Smudge(BlobCache cache, FileTypes types, Opener opener, Notices notices, KeyProviders providers) {
    this.cache = cache;
    this.types = types;
    this.opener = opener;
    this.notices = notices;
    this.providers = providers;
  }

  byte[] of(GitPath path, byte[] stored, Optional<String> object) {
    if (stored.length == 0) {
      return stored;
    }
    Input input = types.input(path.text(), stored);
    if (!isEncrypted(input)) {
      notices.say(
          Notices.Kind.NOT_ENCRYPTED, path, "git add --renormalize encrypts it in the next commit");
      return stored;
    }
    try (OpenedFile opened = opener.open(path, input)) {
      byte[] work = Opener.workText(opened);
      String name = object.orElseGet(() -> cache.nameOf(stored));
      cache.checkOut(cache.print(path, work), name, TermsPrint.of(opened.metadata()));
      return work;
    } catch (KeyFailure e) {
      notices.say(Notices.Kind.NO_KEY, path, e);
      return stored;
    } catch (SealconfException e) {
      notices.say(Notices.Kind.NOT_OPENED, path, e);
      return stored;
    }
  }

  /** A file that can't be read may be a damaged encrypted file: opening it says what is wrong. */
  private static boolean isEncrypted(Input input) {
    try {
      return SealedReader.read(input).metadata().isPresent();
    } catch (SealconfException e) {
      return Clean.hasToken(input.source().bytes());
    }
  }

  private boolean isLocal(MasterKey key) {
    return providers.named(key.provider()).filter(provider -> !provider.remote()).isPresent();
  }

  boolean isRemote(GitPath path, byte[] stored) {
    try {
      Document document = SealedReader.read(types.input(path.text(), stored));
      return document.metadata().isPresent()
          && new MetadataReader(providers)
              .read(document).groups().stream()
                  .flatMap(group -> group.keys().stream())
                  .noneMatch(key -> isLocal(key.masterKey()));
    } catch (SealconfException e) {
      return false;
    }
  }
}
