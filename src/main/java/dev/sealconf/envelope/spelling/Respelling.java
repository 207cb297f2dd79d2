package dev.sealconf.envelope.spelling;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.envelope.OpenedDocument;
import dev.sealconf.envelope.spelling.Addresses.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * Finds which original texts an opened document can still use: all of them if the file wasn't
 * changed since, otherwise those with which the file reads back as the opened values ({@code
 * docs/format.md §9}).
 */
public final class Respelling {
  /**
   * The maximum number of reads of a file to find out which texts break it. The remaining texts are
   * dropped.
   */
  private static final int READS = 40;

  private static final int SHOWN = 20;

  /**
   * The plain file of an opened document.
   *
   * @param plain its bytes
   * @param original whether the seal confirms that these are exactly the bytes that were sealed
   * @param texts the original texts that it uses, by place
   * @param warnings the path of each place whose original text it can't use
   */
  public record Result(
      byte[] plain, boolean original, Map<Slot, String> texts, List<String> warnings) {}

  private final OpenedDocument opened;
  private final Restoration restoration;
  private final Map<Slot, Spelling.Entry> known = new LinkedHashMap<>();
  private final Map<Slot, String> fitting = new LinkedHashMap<>();
  private SpellingCheck check;
  private int reads;

  private Respelling(OpenedDocument opened) {
    this.opened = opened;
    this.restoration = new Restoration(opened);
  }

  /** Returns the plain text of an opened document, with its original spelling where possible. */
  public static Result of(OpenedDocument opened) {
    return opened.spelling().isEmpty()
        ? new Result(new Restoration(opened).assemble(Map.of()), false, Map.of(), List.of())
        : new Respelling(opened).respelled();
  }

  private Result respelled() {
    Spelling spelling = opened.spelling();
    Addresses addresses = spelling.entries().isEmpty() ? null : Addresses.of(opened);
    for (Spelling.Entry entry : spelling.entries()) {
      addresses
          .slot(entry.address())
          .filter(slot -> entry.alias() || opened.places().get(slot.last()).sealed())
          .ifPresent(slot -> known.put(slot, entry));
    }
    Map<Slot, String> asWritten = new LinkedHashMap<>();
    known.forEach((slot, entry) -> asWritten.put(slot, entry.text()));
    byte[] whole = Patches.make(restoration.assemble(asWritten), spelling.patches());
    if (opened.vouched() && digest(whole).equals(spelling.digest())) {
      return new Result(whole, true, asWritten, List.of());
    }
    check = new SpellingCheck(opened, restoration.assemble(Map.of()));
    choose();
    return new Result(patched(), false, fitting, warnings());
  }

  private String digest(byte[] plain) {
    return Base64.getEncoder().encodeToString(Primitives.sha256(plain));
  }

  /** Tries lines that move along with the place they start in first, then lines as they were. */
  private void choose() {
    Map<Slot, String> moved = new LinkedHashMap<>();
    known.forEach(
        (slot, entry) -> {
          if (!restoration.holdsComment(slot)) {
            moved.put(slot, IndentedText.moved(entry, restoration.indent(slot)));
          }
        });
    choose(moved);
    Map<Slot, String> unmoved = new LinkedHashMap<>();
    moved.forEach(
        (slot, text) -> {
          String original = known.get(slot).text();
          if (!fitting.containsKey(slot) && !original.equals(text)) {
            unmoved.put(slot, original);
          }
        });
    choose(unmoved);
  }

  private void choose(Map<Slot, String> texts) {
    if (!texts.isEmpty() && !choose(List.copyOf(texts.keySet()), texts, false)) {
      List<Slot> possible =
          texts.keySet().stream().filter(slot -> mayFit(slot, texts.get(slot))).toList();
      choose(possible, texts, true);
    }
  }

  private boolean mayFit(Slot slot, String text) {
    OpenedPlace place = opened.places().get(slot.last());
    return known.get(slot).alias()
        || !place.isLeaf()
        || opened.document().format().mayRead((Leaf) place.place().element(), text, place.value());
  }

  /**
   * Adds the {@code slots} that can be used together with those chosen before.
   *
   * @param split whether to try them in parts if the file can't be read with all of them
   * @return whether the file could be read with all of them
   */
  private boolean choose(List<Slot> slots, Map<Slot, String> texts, boolean split) {
    List<Slot> left = slots;
    while (!left.isEmpty() && reads++ < READS) {
      Map<Slot, String> tried = new LinkedHashMap<>(fitting);
      left.forEach(slot -> tried.put(slot, texts.get(slot)));
      Optional<NavigableSet<Integer>> different = check.differences(restoration.assemble(tried));
      if (different.isEmpty()) {
        if (split && left.size() > 1) {
          choose(left.subList(0, left.size() / 2), texts, true);
          choose(left.subList(left.size() / 2, left.size()), texts, true);
        }
        return false;
      }
      List<Slot> same = left.stream().filter(slot -> !touches(slot, different.get())).toList();
      if (same.size() == left.size()) {
        left.forEach(slot -> fitting.put(slot, texts.get(slot)));
        return true;
      }
      left = same;
    }
    return true;
  }

  private static boolean touches(Slot slot, NavigableSet<Integer> different) {
    Integer at = different.ceiling(slot.first());
    return at != null && at <= slot.last();
  }

  private byte[] patched() {
    byte[] spelled = restoration.assemble(fitting);
    byte[] patched = Patches.make(spelled, opened.spelling().patches());
    if (Arrays.equals(patched, spelled)) {
      return spelled;
    }
    Optional<NavigableSet<Integer>> different = check.differences(patched);
    boolean same = different.isPresent() && different.equals(check.differences(spelled));
    return same ? patched : spelled;
  }

  private List<String> warnings() {
    List<String> lost = new ArrayList<>();
    known.forEach(
        (slot, entry) -> {
          boolean ordinary =
              !slot.isContainer() && restoration.ordinaryText(slot.first()).equals(entry.text());
          if (!fitting.containsKey(slot) && !ordinary) {
            lost.add(warning(slot, entry.alias()));
          }
        });
    List<String> warnings = new ArrayList<>(lost.subList(0, Math.min(lost.size(), SHOWN)));
    if (lost.size() > SHOWN) {
      warnings.add("and " + (lost.size() - SHOWN) + " more like these");
    }
    return warnings;
  }

  private String warning(Slot slot, boolean alias) {
    OpenedPlace place = opened.places().get(slot.last());
    TreePath path = place.place().path();
    int document = place.place().branch();
    String where = path + (document == 0 ? "" : " in document " + (document + 1));
    if (place.isComment()) {
      return "the original form of a comment below "
          + where
          + " no longer fits: it is written in another form";
    }
    return alias
        ? "the alias at " + where + " no longer fits: its target is written out"
        : "the original spelling of the value at "
            + where
            + " was dropped: the value has its default form";
  }
}
