package dev.sealconf.envelope;

import dev.sealconf.crypto.AesGcm;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.FormatHints;
import dev.sealconf.document.Indent;
import dev.sealconf.document.Revision;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Splice;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.MetadataReader;
import dev.sealconf.envelope.metadata.MetadataText;
import dev.sealconf.envelope.metadata.MetadataWriter;
import dev.sealconf.envelope.metadata.Terms;
import dev.sealconf.envelope.output.ReadBack;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.envelope.selection.Selector;
import dev.sealconf.envelope.selection.Walk;
import dev.sealconf.envelope.spelling.OpenedPlace;
import dev.sealconf.envelope.spelling.Spelling;
import dev.sealconf.envelope.spelling.SpellingPlan;
import dev.sealconf.envelope.token.ValueCipher;
import dev.sealconf.envelope.token.ValueText;
import dev.sealconf.error.Location;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.SealingFailure;
import dev.sealconf.io.Entropy;
import dev.sealconf.keys.ring.KeyProviders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Turns a plain document into a sealed file: tokens in place of values, the metadata block, the
 * seal ({@code docs/format.md §1–9}). It reads and opens each result again before it returns it.
 */
public final class Sealing {
  private final Entropy entropy;
  private final MetadataReader metadataReader;
  private final MetadataWriter metadataWriter;

  /** A sealed file as read from its own text, with the places of the walk over it. */
  private record Draft(Document document, List<Place> places) {
    static Draft of(Document document, Selection selection) {
      return new Draft(document, Walk.of(document, Selector.of(selection)));
    }
  }

  /** Seals with this randomness, and writes metadata of these providers. */
  public Sealing(Entropy entropy, KeyProviders providers) {
    this.entropy = entropy;
    this.metadataReader = new MetadataReader(providers);
    this.metadataWriter = new MetadataWriter(providers);
  }

  /**
   * Returns the sealed file in the layout of the plain one.
   *
   * @param previous the sealed form that this one replaces; unchanged values keep its tokens, and
   *     the metadata block keeps its text
   * @throws SealconfException with {@code ERROR_ENCRYPTING_TREE} if the rule selects nothing and
   *     that is not allowed, or if the file could not be restored byte for byte
   */
  public byte[] seal(
      Document plain, SealOrder order, Optional<OpenedDocument> previous, boolean allowNothing) {
    return seal(plain, order, previous, Optional.empty(), allowNothing);
  }

  /**
   * Does the same for an edit of the previous file's plain text.
   *
   * @param revision the edit; empty to find out what differs
   */
  public byte[] seal(
      Document plain,
      SealOrder order,
      Optional<OpenedDocument> previous,
      Optional<Revision> revision,
      boolean allowNothing) {
    return seal(plain, order, previous, List.of(), revision, allowNothing);
  }

  /** Does the same, and keeps tokens of others under the same data key. */
  public byte[] seal(
      Document plain,
      SealOrder order,
      Optional<OpenedDocument> previous,
      List<OpenedDocument> others,
      Optional<Revision> revision,
      boolean allowNothing) {
    Optional<OpenedDocument> sameKey = previous.filter(p -> !order.renewsTokens());
    KeptTokens kept =
        sameKey.map(p -> KeptTokens.of(p, others, plain, revision)).orElseGet(KeptTokens::none);
    TokenPlan plan = plan(plain, order, kept, allowNothing);
    Proofs proofs = new Proofs(entropy);
    String mac = Proofs.mac(plan, order.macOnlyEncrypted());
    Metadata metadata = proofs.metadata(order, mac, plan, sameKey);
    TokenSplices body = new TokenSplices(plain, plan, sameKey);

    List<Splice> splices = body.splices(Selector.of(order.selection()).byComments());
    try {
      Draft written = write(plain, splices, metadata, previous, order);
      List<Splice> moved = new ArrayList<>();
      TokenPlan settled = settled(written, plan, body, kept, order, moved);
      Draft unsealed = changed(written, moved, order);
      OpenedDocument bare = bare(unsealed, metadata, settled, body, mac);
      Spelling spelling = new SpellingPlan(plain, settled, body, bare).spelling();
      Draft made = withSeal(unsealed, metadata, order, bare, spelling, sameKey);
      OpenedDocument back = reopened(made, order, settled.known(body::remains));
      // Compare the values too: a kept token must belong to the text in its place.
      if (Arrays.equals(back.respelled().plain(), plain.source().bytes())
          && ReadBack.agrees(plain.format(), back.tree(), plain.branches())) {
        return made.document().source().bytes();
      }
    } catch (SealconfException e) {
      // Our own result can't be read or opened. Its location would be in a file that the user never
      // sees.
    }
    throw unfaithful(plain, order);
  }

  /**
   * Returns whether each value to seal has a token in the previous form, so that none needs a new
   * one.
   */
  public boolean addsNothing(Document plain, SealOrder order, OpenedDocument previous) {
    return plan(plain, order, KeptTokens.of(previous, List.of(), plain, Optional.empty()), true)
        .keepsAll();
  }

  /**
   * Returns the sealed file, printed with a new layout in its own format.
   *
   * @throws SealconfException with {@code ERROR_DUMPING_TREE} if the format can't hold the document
   */
  public byte[] print(
      Document plain, DocumentFormat format, Indent indent, SealOrder order, boolean allowNothing) {
    TokenPlan plan = plan(plain, order, KeptTokens.none(), allowNothing);
    String mac = Proofs.mac(plan, order.macOnlyEncrypted());
    Metadata metadata = new Proofs(entropy).metadata(order, mac, plan, Optional.empty());
    List<MapNode> tree =
        new OpenedTree(plan.entries(), TokenPlan.Entry::printed).of(plain.branches());
    Optional<MapNode> block = Optional.of(metadataWriter.tree(metadata));
    byte[] printed = format.print(tree, block, indent);
    try {
      KnownValues known = plan.known(entry -> true);
      Draft draft = Draft.of(format.read(named(plain, printed)), order.selection());
      OpenedDocument bare = reopened(draft, order, known);
      Draft made = withSeal(draft, metadata, order, bare, Spelling.NONE, Optional.empty());
      reopened(made, order, known);
      return made.document().source().bytes();
    } catch (SealconfException e) {
      throw new OutputFailure.NotRepresentable("a file of type " + format.name() + " can't hold it")
          .at(Location.of(plain.source().name()))
          .hint("keep the format of the file: leave out --output-type");
    }
  }

  private TokenPlan plan(Document plain, SealOrder order, KeptTokens kept, boolean allowNothing) {
    Selector selector = Selector.of(order.selection());
    List<Place> places = Walk.of(plain, selector);
    TokenPlan plan = TokenPlan.of(plain, places, order.dataKey(), entropy, kept);
    if (plan.sealsNothing() && !allowNothing) {
      throw new SealingFailure.NotEncryptable(
              "nothing in the file would be encrypted: no value matches "
                  + order.selection().kind().field())
          .at(Location.of(plain.source().name()))
          .hint("look at the rule in .sops.yaml, or allow it with --allow-nothing-encrypted");
    }
    refuseCommentsThatMatch(selector, plan);
    return plan;
  }

  /**
   * Refuses a token that happens to match the rule, because it would change how the rule applies to
   * what follows.
   */
  private static void refuseCommentsThatMatch(Selector selector, TokenPlan plan) {
    boolean matches =
        selector.selection().kind() == Selection.Kind.UNENCRYPTED_COMMENT_REGEX
            && plan.entries().stream()
                .filter(e -> e.sealed() && e.place().element() instanceof Comment)
                .anyMatch(e -> selector.matches(e.token()));
    if (matches) {
      throw new SealingFailure.NotEncryptable(
              "an encrypted comment matches the comment rule itself")
          .hint("make " + selector.selection().kind().field() + " match whole words only");
    }
  }

  private Draft write(
      Document plain,
      List<Splice> body,
      Metadata metadata,
      Optional<OpenedDocument> previous,
      SealOrder order) {
    MapNode block = metadataWriter.tree(metadata);
    List<Splice> splices = new ArrayList<>(body);
    MetadataText.carried(plain, plain.format().withMetadata(plain, block), previous).stream()
        .filter(splice -> body.stream().noneMatch(splice::changesWithin))
        .forEach(splices::add);
    Document written = plain.format().read(named(plain, plain.source().apply(splices)));
    List<Splice> updates = written.format().withMetadata(written, block);
    return Draft.of(
        updates.isEmpty()
            ? written
            : plain.format().read(named(plain, written.source().apply(updates))),
        order.selection());
  }

  /** Returns the plan with tokens of comments that match their places in the draft. */
  private TokenPlan settled(
      Draft draft,
      TokenPlan plan,
      TokenSplices body,
      KeptTokens kept,
      SealOrder order,
      List<Splice> moved) {
    ValueCipher cipher = new ValueCipher(new AesGcm(order.dataKey().exposed()));
    return plan.settled(
        draft.places(),
        body::remains,
        kept,
        (entry, comment, path) -> {
          byte[] text = ValueText.bytes(entry.value());
          String token = cipher.seal(text, ValueCipher.COMMENT, path, entropy);
          moved.add(Splice.of(comment.span(), draft.document().format().tokenText(comment, token)));
          return token;
        });
  }

  /**
   * Returns the sealed document as its reader will see it. The values are known, so nothing is
   * opened.
   */
  private static OpenedDocument bare(
      Draft unsealed, Metadata metadata, TokenPlan plan, TokenSplices body, String mac) {
    List<OpenedPlace> opened = plan.openedAt(unsealed.places(), body::remains);
    return new OpenedDocument(
        unsealed.document(), metadata, opened, mac, true, true, Spelling.NONE, List.of());
  }

  /** Returns the draft with these changes, read again if there are any. */
  private static Draft changed(Draft draft, List<Splice> splices, SealOrder order) {
    if (splices.isEmpty()) {
      return draft;
    }
    SourceText text = draft.document().source();
    SourceText next = new SourceText(text.name(), text.apply(splices));
    return Draft.of(draft.document().format().read(next), order.selection());
  }

  /** Returns the draft with the seal it needs, if any, read again. */
  private Draft withSeal(
      Draft draft,
      Metadata metadata,
      SealOrder order,
      OpenedDocument bare,
      Spelling spelling,
      Optional<OpenedDocument> previous) {
    if (!order.wants(spelling, previous)) {
      return draft;
    }
    String seal = new Proofs(entropy).seal(metadata, order, bare, spelling, previous);
    MapNode block = metadataWriter.tree(metadata.withSeal(Optional.of(seal)));
    return changed(draft, draft.document().format().withMetadata(draft.document(), block), order);
  }

  /** Returns the result, opened from its own text before any caller gets it. */
  private OpenedDocument reopened(Draft made, SealOrder order, KnownValues known) {
    Metadata metadata = metadataReader.read(made.document());
    if (!metadata.selection().equals(order.selection())) {
      return new Opening().open(made.document(), metadata, order.dataKey(), false);
    }
    return new Opening()
        .open(made.document(), made.places(), metadata, order.dataKey(), false, known);
  }

  private static SealconfException unfaithful(Document plain, SealOrder order) {
    SealconfException failure =
        new SealingFailure.NotEncryptable("decrypt could not restore the file byte for byte")
            .at(Location.of(plain.source().name()))
            .hint(FormatHints.encryptWhole());
    return order.terms().seal() == Terms.SealPolicy.NEVER
        ? failure.hint("or allow the seal in .sops.yaml: it keeps how values were written")
        : failure;
  }

  private static SourceText named(Document plain, byte[] bytes) {
    return new SourceText(plain.source().name(), bytes);
  }
}
