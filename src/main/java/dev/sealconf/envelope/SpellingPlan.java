package dev.sealconf.envelope;

import dev.sealconf.document.Alias;
import dev.sealconf.document.Comment;
import dev.sealconf.document.Document;
import dev.sealconf.document.Leaf;
import dev.sealconf.document.Scalar;
import dev.sealconf.document.Span;
import dev.sealconf.envelope.token.ValueText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what a sealed document would not give back by itself, compared with its plain one. */
final class SpellingPlan {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Document plain;
  private final TokenPlan plan;
  private final SealedBody body;
  private final OpenedDocument bare;

  /**
   * @param bare the sealed document with its values, without a spelling
   */
  SpellingPlan(Document plain, TokenPlan plan, SealedBody body, OpenedDocument bare) {
    this.plain = plain;
    this.plan = plan;
    this.body = body;
    this.bare = bare;
  }

  Spelling spelling() {
    Map<String, String> texts = texts();
    Restoration restoration = new Restoration(bare);
    byte[] whole = plain.source().bytes();
    List<Spelling.Patch> patches = patches(restoration.assemble(texts), whole);
    if (texts.isEmpty() && patches.isEmpty()) {
      return Spelling.NONE;
    }
    String digest = Base64.getEncoder().encodeToString(bare.primitives().sha256(whole));
    return new Spelling(texts, patches, digest);
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    Restoration restoration = new Restoration(bare);
    Alias last = null;
    int index = 0;
    for (TokenPlan.Entry entry : plan.entries()) {
      if (!body.remains(entry)) {
        continue;
      }
      Place.Reference reference = entry.place().reference().orElse(null);
      if (reference != null) {
        if (reference.alias() != last && body.expands(reference.alias())) {
          texts.put(address(entry.place(), reference, index), text(reference.alias().span()));
        }
        last = reference.alias();
      } else if (entry.sealed()) {
        byte[] original = bytes(span(entry.place()));
        if (!Arrays.equals(original, restoration.spell(index)) && isText(original)) {
          texts.put(Integer.toString(index), new String(original, StandardCharsets.UTF_8));
        }
      }
      index++;
    }
    return texts;
  }

  private static String address(Place place, Place.Reference reference, int index) {
    boolean leaf = place.element() instanceof Leaf;
    return leaf && place.path().depth() == reference.depth()
        ? Integer.toString(index)
        : index + "^" + reference.depth();
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

  private String text(Span span) {
    return plain.source().text(span);
  }

  /**
   * At most two patches: a byte order mark that the sealed file can't carry, and one for the rest.
   */
  static List<Spelling.Patch> patches(byte[] restored, byte[] whole) {
    List<Spelling.Patch> patches = new ArrayList<>();
    byte[] was = restored;
    if (startsWithMark(whole) && !startsWithMark(was)) {
      patches.add(new Spelling.Patch(false, 0, new byte[0], MARK.clone()));
      byte[] marked = Arrays.copyOf(MARK, MARK.length + was.length);
      System.arraycopy(was, 0, marked, MARK.length, was.length);
      was = marked;
    }
    if (!Arrays.equals(was, whole)) {
      patches.add(difference(was, whole));
    }
    return patches;
  }

  private static Spelling.Patch difference(byte[] was, byte[] is) {
    int shorter = Math.min(was.length, is.length);
    int prefix = Arrays.mismatch(was, is);
    int suffix = 0;
    while (suffix < shorter - prefix
        && was[was.length - 1 - suffix] == is[is.length - 1 - suffix]) {
      suffix++;
    }
    boolean fromEnd = suffix < prefix;
    return new Spelling.Patch(
        fromEnd,
        fromEnd ? suffix : prefix,
        Arrays.copyOfRange(was, prefix, was.length - suffix),
        Arrays.copyOfRange(is, prefix, is.length - suffix));
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= MARK.length && Arrays.equals(Arrays.copyOf(bytes, MARK.length), MARK);
  }
}
