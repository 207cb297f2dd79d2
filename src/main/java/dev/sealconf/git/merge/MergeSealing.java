package dev.sealconf.git.merge;

import dev.sealconf.document.Document;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SourceText;
import dev.sealconf.envelope.metadata.Terms;
import dev.sealconf.error.ConfigFailure;
import dev.sealconf.git.filter.RawText;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.EditText;
import dev.sealconf.operation.Policy;
import dev.sealconf.operation.Recipe;
import dev.sealconf.operation.SealingKey;
import dev.sealconf.operation.branch.MergedTerms;
import dev.sealconf.operation.file.Companion;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.MergedFile;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.Output;
import dev.sealconf.operation.file.PlainChecks;
import dev.sealconf.operation.merge.Versions;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.rule.Recipes;
import dev.sealconf.session.rule.Restrictions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Encrypts what came of a merge. */
final class MergeSealing {
  private final Session session;
  private final Overrides given;
  private final Path file;
  private final Versions<Version> versions;
  private final Optional<MergedTerms> terms;

  /**
   * For one file.
   *
   * @param terms if both sides are encrypted
   */
  MergeSealing(
      Session session,
      Overrides given,
      Path file,
      Versions<Version> versions,
      Optional<MergedTerms> terms) {
    this.session = session;
    this.given = given;
    this.file = file;
    this.versions = versions;
    this.terms = terms;
  }

  /** Returns a text in the format of the file. */
  byte[] of(byte[] text) {
    Input input = input(text);
    Document plain = input.format().read(input.source());
    PlainChecks.refuse(plain, input, input.format());
    if (terms.isPresent()) {
      return stored(text).orElseGet(() -> onTerms(plain, input, terms.get()));
    }
    Optional<OpenedFile> encrypted = encrypted();
    if (encrypted.isPresent()) {
      return new EditText(session.world())
          .run(encrypted.get(), encrypted.get().plain(), text, output(input), policy())
          .bytes();
    }
    return byRule(input).map(key -> closing(key, plain, input)).orElse(text);
  }

  private byte[] closing(SealingKey key, Document plain, Input input) {
    try (key) {
      return key.seal(plain, input, output(input));
    }
  }

  /** Returns the file of a side that has this text and all that the result has to have. */
  private Optional<byte[]> stored(byte[] text) {
    return Stream.of(versions.ours(), versions.theirs())
        .filter(version -> Arrays.equals(version.plain().source().bytes(), text))
        .filter(version -> hasTerms(version.opened().orElseThrow()))
        .map(Version::stored)
        .findFirst();
  }

  private boolean hasTerms(OpenedFile version) {
    Terms wanted = terms.orElseThrow().terms();
    return version.opened().vouched()
        && version.metadata().groups().equals(terms.get().wrapped())
        && version.metadata().threshold() == wanted.threshold()
        && version.metadata().selection().equals(wanted.selection())
        && version.metadata().macOnlyEncrypted() == wanted.macOnlyEncrypted();
  }

  private byte[] onTerms(Document plain, Input input, MergedTerms merged) {
    if (!merged.sources().isEmpty()) {
      return new MergedFile(session.world(), session.providers())
          .seal(merged.sources(), plain, merged.terms(), merged.wrapped());
    }
    try (SealingKey key = fresh(input, new Recipe(merged.terms(), false, true))) {
      return key.seal(plain, input, output(input));
    }
  }

  /** Returns a text that can't be read, held whole. */
  byte[] whole(byte[] text) {
    Input input = input(text);
    Document held =
        new RawText(RawText.Reason.CONFLICT, text).document(input.format(), input.source().name());
    Companion companion = new Companion(session.world().entropy(), session.providers());
    Optional<OpenedFile> holder = terms.isPresent() ? holder(terms.get()) : encrypted();
    if (holder.isPresent()) {
      return companion.sealAll(holder.get(), held);
    }
    Optional<SealingKey> key =
        terms.isPresent()
            ? Optional.of(fresh(input, new Recipe(terms.get().terms(), false, true)))
            : byRule(input);
    return key.map(
            one -> {
              try (one) {
                return one.sealAll(held);
              }
            })
        .orElse(text);
  }

  private static Optional<OpenedFile> holder(MergedTerms merged) {
    return merged.sources().stream()
        .filter(version -> version.metadata().groups().equals(merged.wrapped()))
        .findFirst();
  }

  /** Returns the side that is encrypted, if the other one is not. */
  private Optional<OpenedFile> encrypted() {
    return versions.ours().opened().or(() -> versions.theirs().opened());
  }

  /** Returns empty if no rule names a key: then git has had the file in plain text all along. */
  private Optional<SealingKey> byRule(Input input) {
    try {
      return Optional.of(fresh(input, new Recipes(session, given).recipe(file, input.format())));
    } catch (ConfigFailure.NoRecipients e) {
      return Optional.empty();
    }
  }

  private SealingKey fresh(Input input, Recipe recipe) {
    KeyRing keys = session.keyRing(given);
    return SealingKey.wrap(session.world(), keys, recipe, input.source().name());
  }

  private Policy policy() {
    return new Restrictions(session, given).policy(file, Set.of());
  }

  private Input input(byte[] text) {
    Version like = versions.ours().exists() ? versions.ours() : versions.theirs();
    return new Input(new SourceText(like.input().source().name(), text), like.format());
  }

  private static Output output(Input input) {
    return new Output(input.format(), Indent.DEFAULT, false);
  }
}
