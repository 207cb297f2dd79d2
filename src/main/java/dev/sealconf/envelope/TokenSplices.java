package dev.sealconf.envelope;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Span;
import dev.sealconf.document.Splice;
import dev.sealconf.document.tree.Alias;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.envelope.spelling.OpenedPlace;
import dev.sealconf.envelope.spelling.Restoration;
import dev.sealconf.error.SealingFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The splices that put tokens into a plain document. An alias is expanded if anything that it
 * refers to is sealed anywhere, because a token can be opened at only one path.
 */
public final class TokenSplices {
  private final Document plain;
  private final DocumentFormat format;
  private final TokenPlan plan;
  private final Optional<OpenedDocument> previous;
  private final Set<Integer> sealedOffsets = new HashSet<>();
  private final Map<Alias, List<TokenPlan.Entry>> references = new IdentityHashMap<>();
  private final Map<Alias, Boolean> expanded = new IdentityHashMap<>();

  TokenSplices(Document plain, TokenPlan plan, Optional<OpenedDocument> previous) {
    this.plain = plain;
    this.format = plain.format();
    this.plan = plan;
    this.previous = previous;
    for (TokenPlan.Entry entry : plan.entries()) {
      entry
          .place()
          .reference()
          .ifPresent(r -> references.computeIfAbsent(r.alias(), a -> new ArrayList<>()).add(entry));
    }
    if (!references.isEmpty()) {
      plan.entries().stream()
          .filter(TokenPlan.Entry::sealed)
          .forEach(entry -> sealedOffsets.add(offset(entry.place())));
    }
  }

  /** Returns whether this alias can't stay in the sealed file. */
  public boolean expands(Alias alias) {
    return expanded.computeIfAbsent(
        alias, a -> references.get(a).stream().anyMatch(e -> isSealedSomewhere(e.place())));
  }

  /**
   * Returns whether the sealed file has a place for this entry. Comments inside an expansion have
   * none.
   */
  public boolean remains(TokenPlan.Entry entry) {
    return !(entry.place().element() instanceof Comment)
        || entry.place().reference().filter(r -> expands(r.alias())).isEmpty();
  }

  /**
   * Compares by span: an alias has the same spans as its target, so they tell where the node is
   * written.
   */
  private boolean isSealedSomewhere(Place place) {
    boolean written = place.element() instanceof Leaf || place.element() instanceof Comment;
    return written && sealedOffsets.contains(offset(place));
  }

  private static int offset(Place place) {
    return span(place).start();
  }

  List<Splice> splices(boolean byComments) {
    List<Splice> splices = new ArrayList<>();
    Set<Alias> done = Collections.newSetFromMap(new IdentityHashMap<>());
    for (TokenPlan.Entry entry : plan.entries()) {
      Optional<Alias> alias = entry.place().reference().map(Place.Reference::alias);
      if (alias.isEmpty() && entry.sealed()) {
        splices.add(splice(entry));
        List<Splice> around = around(entry);
        if (!around.isEmpty()) {
          splices.addAll(around);
        }
      } else if (alias.isPresent() && done.add(alias.get()) && expands(alias.get())) {
        splices.add(expansion(alias.get(), byComments));
      }
    }
    return splices;
  }

  private Splice splice(TokenPlan.Entry entry) {
    Optional<byte[]> kept = keptText(entry);
    if (entry.place().element() instanceof Comment comment) {
      return kept.map(text -> new Splice(comment.span(), text))
          .orElseGet(() -> Splice.of(comment.span(), format.tokenText(comment, entry.token())));
    }
    Leaf leaf = (Leaf) entry.place().element();
    return kept.map(text -> new Splice(leaf.span(), text))
        .orElseGet(() -> Splice.of(leaf.span(), format.tokenText(leaf, entry.token())));
  }

  private List<Splice> around(TokenPlan.Entry entry) {
    return entry.place().element() instanceof Leaf leaf
        ? format.headerChange(leaf, new Scalar.Text(entry.token()))
        : List.of();
  }

  /** Returns the text around a kept token, if the plain text is written as it was then. */
  private Optional<byte[]> keptText(TokenPlan.Entry entry) {
    if (entry.kept() < 0) {
      return Optional.empty();
    }
    OpenedDocument opened = previous.orElseThrow();
    if (entry.kept() >= opened.places().size()) {
      return Optional.empty(); // the token is from another document
    }
    OpenedPlace old = opened.places().get(entry.kept());
    Span oldSpan = span(old.place());
    if (old.isComment() != (old.place().element() instanceof Comment)) {
      return Optional.empty();
    }
    return Arrays.equals(
            new Restoration(opened).written(entry.kept()), bytes(plain, span(entry.place())))
        ? Optional.of(bytes(opened.document(), oldSpan))
        : Optional.empty();
  }

  private static Span span(Place place) {
    return place.element() instanceof Comment comment
        ? comment.span()
        : ((Leaf) place.element()).span();
  }

  private static byte[] bytes(Document document, Span span) {
    return Arrays.copyOfRange(document.source().bytes(), span.start(), span.end());
  }

  private Splice expansion(Alias alias, boolean byComments) {
    List<TokenPlan.Entry> entries = references.get(alias);
    if (byComments && entries.stream().anyMatch(e -> e.place().element() instanceof Comment)) {
      throw new SealingFailure.NotEncryptable(
              "an alias refers to values that a comment rule selects")
          .at(plain.source().locate(alias.span().start()))
          .hint("replace the alias with the values, or select them by key");
    }
    Iterator<TokenPlan.Entry> leaves =
        entries.stream().filter(e -> e.place().element() instanceof Leaf).iterator();
    String text =
        format.aliasCopy(
            alias, leaf -> Optional.of(leaves.next().token()).filter(token -> !token.isEmpty()));
    return Splice.of(alias.span(), text);
  }
}
