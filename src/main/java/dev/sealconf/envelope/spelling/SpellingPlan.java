package dev.sealconf.envelope.spelling;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.document.Document;
import dev.sealconf.document.Span;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.envelope.OpenedDocument;
import dev.sealconf.envelope.TokenPlan;
import dev.sealconf.envelope.TokenSplices;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.envelope.spelling.Addresses.Slot;
import dev.sealconf.envelope.token.ValueText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what a sealed document could not restore on its own, compared with its plain document. */
public final class SpellingPlan {
  private final Document plain;
  private final TokenSplices body;

  /** Created on first use, because most files need none. */
  private Addresses addresses;

  private final OpenedDocument bare;
  private final Restoration restoration;
  private final List<TokenPlan.Entry> entries;
  private final Map<Slot, String> texts = new LinkedHashMap<>();
  private final Set<Slot> aliases = new HashSet<>();

  /**
   * @param bare the sealed document with its values, without a spelling
   */
  public SpellingPlan(Document plain, TokenPlan plan, TokenSplices body, OpenedDocument bare) {
    this.plain = plain;
    this.body = body;
    this.bare = bare;
    this.restoration = new Restoration(bare);
    this.entries = plan.entries().stream().filter(body::remains).toList();
  }

  /** Returns the spelling that the sealed file must store. */
  public Spelling spelling() {
    restoration.makeForms(Map.of());
    findTexts();
    List<Spelling.Entry> addressed = addressed();
    byte[] whole = plain.source().bytes();
    List<Spelling.Patch> patches = Patches.between(restoration.assemble(texts), whole);
    if (texts.isEmpty() && patches.isEmpty()) {
      return Spelling.NONE;
    }
    String digest = Base64.getEncoder().encodeToString(Primitives.sha256(whole));
    return new Spelling(addressed, patches, digest);
  }

  private List<Spelling.Entry> addressed() {
    List<Spelling.Entry> addressed = new ArrayList<>(texts.size());
    texts.forEach(
        (slot, text) -> {
          int indent = text.indexOf('\n') < 0 ? 0 : restoration.indent(slot);
          addressed.add(
              new Spelling.Entry(
                  addresses().address(slot).orElseThrow(), aliases.contains(slot), text, indent));
        });
    return addressed;
  }

  private Addresses addresses() {
    if (addresses == null) {
      addresses = Addresses.of(bare);
    }
    return addresses;
  }

  private void findTexts() {
    for (int i = 0; i < entries.size(); i++) {
      TokenPlan.Entry entry = entries.get(i);
      Place.Reference reference = entry.place().reference().orElse(null);
      if (reference != null) {
        int last = lastOf(reference, i);
        if (body.expands(reference.alias())) {
          alias(
              reference, i == last ? Optional.of(new Slot(i, i)) : addresses().containerUpTo(last));
        }
        i = last;
      } else if (entry.sealed()) {
        byte[] original = bytes(span(entry.place()));
        if (!Arrays.equals(original, restoration.ordinary(i)) && isText(original)) {
          texts.put(new Slot(i, i), new String(original, StandardCharsets.UTF_8));
        }
      }
    }
  }

  /** Leaves an alias that the seal does not cover to the patches. */
  private void alias(Place.Reference reference, Optional<Slot> slot) {
    if (slot.flatMap(addresses()::address).isPresent()) {
      texts.put(slot.get(), plain.source().text(reference.alias().span()));
      aliases.add(slot.get());
    }
  }

  /** Returns the number of the last place reached through the same alias. */
  private int lastOf(Place.Reference reference, int first) {
    int last = first;
    while (last + 1 < entries.size()
        && entries
            .get(last + 1)
            .place()
            .reference()
            .filter(next -> next.alias() == reference.alias())
            .isPresent()) {
      last++;
    }
    return last;
  }

  private static Span span(Place place) {
    return place.element() instanceof Comment comment
        ? comment.span()
        : ((Leaf) place.element()).span();
  }

  private static boolean isText(byte[] bytes) {
    return ValueText.text(bytes) instanceof Scalar.Text;
  }

  private byte[] bytes(Span span) {
    return Arrays.copyOfRange(plain.source().bytes(), span.start(), span.end());
  }
}
