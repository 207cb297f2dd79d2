package dev.sealconf.git.filter;

import dev.sealconf.document.tree.Comment;
import dev.sealconf.envelope.PlainPlaces;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.Refusal;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.SealingFailure;
import dev.sealconf.git.filter.Bases.Base;
import dev.sealconf.git.repository.Blobs;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.git.repository.Index;
import dev.sealconf.git.repository.IndexEntry;
import dev.sealconf.operation.Recipe;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.SealedReader;
import dev.sealconf.session.FileTypes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Makes blobs from files of the work tree. The same file gives the same blob: the one in the index
 * if it stands for the file, else the one that was made of it before, else a new version of the one
 * in the index or in the last commit, else a new file by its creation rule.
 */
final class Clean {
  /** A command that only compares gets this text for a file that can't be encrypted. */
  private static final byte[] DIFFERENT =
      "sealconf: this file can't be encrypted\n".getBytes(StandardCharsets.US_ASCII);

  private static final String TOKEN = "ENC[AES256_GCM,";

  private final Bases bases;
  private final Index index;
  private final Blobs blobs;
  private final BlobCache cache;
  private final FileTypes types;
  private final Opener opener;
  private final Sealer sealer;
  private final Notices notices;
  private final CallingGit caller;

  Clean(
      Bases bases,
      Index index,
      Blobs blobs,
      BlobCache cache,
      FileTypes types,
      Opener opener,
      Sealer sealer,
      Notices notices,
      CallingGit caller) {
    this.bases = bases;
    this.index = index;
    this.blobs = blobs;
    this.cache = cache;
    this.types = types;
    this.opener = opener;
    this.sealer = sealer;
    this.notices = notices;
    this.caller = caller;
  }

  byte[] of(GitPath path, byte[] work) {
    if (work.length == 0) {
      return work;
    }
    BlobCache.Print print = cache.print(path, work);
    Optional<IndexEntry> entry = index.current(path.bytes());
    Optional<byte[]> known = known(entry, print);
    Input input = types.input(path.text(), work);
    if (known.isPresent()) {
      return allowed(input, known.get());
    }
    Optional<Base> encrypted = bases.base(path, "", work);
    if (encrypted.isPresent() && mayPass(encrypted.get(), entry)) {
      return work;
    }
    try {
      return allowed(input, encrypted(path, input, entry, print));
    } catch (SealconfException e) {
      if (entry.isPresent() && caller.onlyLooks()) {
        notices.say(Notices.Kind.FAILED, path, e);
        return DIFFERENT;
      }
      throw e;
    }
  }

  /**
   * Returns the blob that this git command checked the file out from, or else the one in the index.
   */
  private Optional<byte[]> known(Optional<IndexEntry> entry, BlobCache.Print print) {
    return cache
        .checkedOut(print)
        .or(() -> entry.map(IndexEntry::object).filter(o -> cache.isStoredForm(o, print)))
        .flatMap(this::bytes);
  }

  /** Refuses a conflict or a text with a mistake, held whole, if the user asked git to store it. */
  private byte[] allowed(Input work, byte[] stored) {
    if (RawText.mayBeUnfinished(stored) && caller.records()) {
      work.format().read(work.source()); // says what is wrong, and where
      throw new SealingFailure.AlreadyEncrypted("the file has encrypted values, but no metadata");
    }
    return stored;
  }

  /**
   * Returns whether git may store an encrypted file as it is. A file in which someone wrote
   * plaintext where an encrypted value or comment belongs is only stored if git already has the
   * same file.
   *
   * @throws SealingFailure.AlreadyEncrypted if the user asked git to store such a file
   */
  private boolean mayPass(Base encrypted, Optional<IndexEntry> entry) {
    List<Place> plain =
        encrypted.isRaw()
            ? List.of()
            : PlainPlaces.in(
                SealedReader.read(encrypted.input()), encrypted.metadata().selection());
    if (plain.isEmpty()
        || entry.filter(e -> cache.nameOf(encrypted.bytes()).equals(e.object())).isPresent()) {
      return true;
    }
    if (caller.records()) {
      throw new SealingFailure.AlreadyEncrypted(
              what(plain.get(0)) + " is in plaintext in an encrypted file")
          .hint("restore the file from git, then change it with sealconf edit or sealconf set");
    }
    return false;
  }

  private static String what(Place plain) {
    return plain.element() instanceof Comment ? "a comment" : "the value at " + plain.path();
  }

  /** Returns whether a text has the token of an encrypted value in it. */
  static boolean hasToken(byte[] text) {
    return new String(text, StandardCharsets.ISO_8859_1).contains(TOKEN);
  }

  private byte[] encrypted(
      GitPath path, Input work, Optional<IndexEntry> entry, BlobCache.Print print) {
    List<Base> found = bases.of(path, entry);
    if (found.isEmpty()) {
      return withoutBase(path, work, entry, print);
    }
    byte[] terms = TermsPrint.of(found.get(0).metadata());
    return cache
        .stored(print, terms)
        .flatMap(this::bytes)
        .orElseGet(() -> fromBase(path, work, found, print, terms));
  }

  private byte[] fromBase(
      GitPath path, Input work, List<Base> found, BlobCache.Print print, byte[] terms) {
    SealconfException closed = null;
    for (Base base : found) {
      try (OpenedFile opened = opener.open(path, base.input())) {
        if (Arrays.equals(Opener.workText(opened), work.source().bytes())) {
          cache.remember(print, base.object(), terms);
          return base.bytes();
        }
        if (!base.isRaw()) {
          return remembered(path, print, terms, next(path, work, opened));
        }
      } catch (KeyFailure | OpeningFailure e) {
        closed = e;
      }
    }
    Recipe recipe = recipe(path, work, found.get(0));
    if (closed != null) {
      notices.say(Notices.Kind.NEW_KEY, path, closed);
    }
    return remembered(path, print, terms, fresh(path, work, recipe));
  }

  private byte[] next(GitPath path, Input work, OpenedFile base) {
    if (RawText.mayBe(work.source().bytes())) {
      return sealer.whole(work, RawText.Reason.WHOLE, Sealer.like(base.metadata().terms()));
    }
    try {
      return sealer.next(path, base, work);
    } catch (FileFailure | SealingFailure e) {
      return whole(path, work, Sealer.like(base.metadata().terms()), e);
    } catch (Refusal e) { // the file's own rule leaves a value in clear that .sops.yaml does not
      return fresh(path, work, sealer.recipe(path, work));
    }
  }

  private Recipe recipe(GitPath path, Input work, Base base) {
    try {
      return sealer.recipe(path, work);
    } catch (SealconfException e) {
      if (base.isRaw()) {
        throw e; // its terms say nothing about which values are encrypted
      }
      return Sealer.like(base.metadata().terms());
    }
  }

  private byte[] withoutBase(
      GitPath path, Input work, Optional<IndexEntry> entry, BlobCache.Print print) {
    Recipe recipe;
    try {
      recipe = sealer.recipe(path, work);
    } catch (SealconfException e) {
      return entry
          .flatMap(staged -> bytes(staged.object()))
          .filter(bytes -> Arrays.equals(bytes, work.source().bytes()))
          .orElseThrow(() -> e); // git has it in clear already, and nothing changed
    }
    byte[] terms = TermsPrint.of(recipe.terms());
    return cache
        .stored(print, terms)
        .flatMap(this::bytes)
        .or(() -> moved(path, print, recipe))
        .orElseGet(() -> remembered(path, print, terms, fresh(path, work, recipe)));
  }

  /** Returns the blob of another path in the index with the same text: the file was moved. */
  private Optional<byte[]> moved(GitPath path, BlobCache.Print print, Recipe recipe) {
    Optional<Base> other =
        cache
            .withText(print)
            .filter(index::holds)
            .flatMap(object -> bytes(object).flatMap(bytes -> bases.base(path, object, bytes)))
            .filter(base -> !base.isRaw() && sealer.fits(recipe, base.metadata()));
    other.ifPresent(base -> cache.remember(print, base.object(), TermsPrint.of(recipe.terms())));
    return other.map(Base::bytes);
  }

  private byte[] fresh(GitPath path, Input work, Recipe recipe) {
    try {
      return RawText.mayBe(work.source().bytes())
          ? sealer.whole(work, RawText.Reason.WHOLE, recipe)
          : sealer.fresh(work, recipe);
    } catch (FileFailure | SealingFailure e) {
      return whole(path, work, recipe, e);
    }
  }

  private byte[] whole(GitPath path, Input work, Recipe recipe, SealconfException failure) {
    RawText.Reason reason = reason(work, failure);
    boolean asked = reason != RawText.Reason.WHOLE && caller.records();
    if (asked || work.format().encryptsWhole()) {
      throw failure;
    }
    notices.say(Notices.Kind.RAW, path, failure);
    return sealer.whole(work, reason, recipe);
  }

  private static RawText.Reason reason(Input work, SealconfException failure) {
    if (RawText.hasConflictMarkers(work.source().bytes())) {
      return RawText.Reason.CONFLICT;
    }
    if (failure instanceof SealingFailure.AlreadyEncrypted) {
      return RawText.Reason.UNREADABLE;
    }
    try {
      work.format().read(work.source());
      return RawText.Reason.WHOLE;
    } catch (SealconfException e) {
      return RawText.Reason.UNREADABLE;
    }
  }

  /** Under the terms that led to the blob, and under its own: the base of its next version. */
  private byte[] remembered(GitPath path, BlobCache.Print print, byte[] terms, byte[] stored) {
    String object = cache.nameOf(stored);
    cache.keep(object, stored);
    cache.remember(print, object, terms);
    bases
        .base(path, object, stored)
        .ifPresent(made -> cache.remember(print, object, TermsPrint.of(made.metadata())));
    return stored;
  }

  private Optional<byte[]> bytes(String object) {
    return cache.made(object).or(() -> blobs.read(object).map(Blobs.Blob::bytes));
  }
}
