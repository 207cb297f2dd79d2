package dev.sealconf.git.filter;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text that can't be encrypted value by value, held whole in a document of its file's format, so
 * that git never gets it in clear: one key, whose name starts with {@code __sealconf_raw}, with the
 * text in Base64. {@code docs/git-merge.md §conflicts}
 *
 * @param reason why it is held whole
 * @param text the text itself
 */
public record RawText(Reason reason, byte[] text) {

  /** Why a text is held whole. */
  public enum Reason {
    /** It has conflict markers. */
    CONFLICT,
    /** It isn't in the format of its file. */
    UNREADABLE,
    /** It is in the format, but can't be encrypted value by value, such as comments alone. */
    WHOLE
  }

  private static final String KEY = "__sealconf_raw_";
  private static final String SECTION = "sealconf";

  private static final Pattern OURS = Pattern.compile("^<{7}[ \\r\\n]", Pattern.MULTILINE);
  private static final Pattern THEIRS = Pattern.compile("^>{7}[ \\r\\n]", Pattern.MULTILINE);

  /**
   * Returns whether a blob may hold a text with a conflict, or one that isn't in its format; cheap,
   * and never wrong if it says no.
   */
  public static boolean mayBeUnfinished(byte[] stored) {
    String text = new String(stored, StandardCharsets.ISO_8859_1);
    return text.contains(KEY) && !text.contains(key(Reason.WHOLE));
  }

  /**
   * Returns whether a plain text has the name of such a key in it, so that only holding it is safe.
   */
  static boolean mayBe(byte[] text) {
    return new String(text, StandardCharsets.ISO_8859_1).contains(KEY);
  }

  private static String key(Reason reason) {
    return KEY + reason.name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether a text has the markers that a merge leaves around a conflict. */
  public static boolean hasConflictMarkers(byte[] text) {
    String characters = new String(text, StandardCharsets.ISO_8859_1);
    return OURS.matcher(characters).find() && THEIRS.matcher(characters).find();
  }

  /**
   * Returns the plain document that holds it, to be encrypted; some formats need a section around
   * it.
   */
  public Document document(DocumentFormat format, String name) {
    MapNode flat =
        MapNode.of(
            List.of(Entry.of(key(reason), Leaf.of(Base64.getEncoder().encodeToString(text)))));
    try {
      return printed(format, name, flat);
    } catch (SealconfException e) {
      return printed(format, name, MapNode.of(List.of(Entry.of(SECTION, flat))));
    }
  }

  private static Document printed(DocumentFormat format, String name, MapNode tree) {
    byte[] bytes = format.print(List.of(tree), Optional.empty(), Indent.DEFAULT);
    return format.read(new SourceText(name, bytes));
  }

  /** Returns whether a document, plain or encrypted, holds such a text: its keys tell. */
  public static Optional<Reason> reason(List<MapNode> branches) {
    return entry(branches).flatMap(entry -> named(entry.key()));
  }

  /** Returns the text that a plain document holds. */
  public static Optional<RawText> in(List<MapNode> branches) {
    Optional<Entry> entry = entry(branches);
    if (entry.isPresent()
        && entry.get().value().resolved() instanceof Leaf leaf
        && leaf.value() instanceof Scalar.Text held) {
      try {
        byte[] text = Base64.getDecoder().decode(held.value());
        return named(entry.get().key()).map(reason -> new RawText(reason, text));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<Reason> named(String key) {
    for (Reason reason : Reason.values()) {
      if (key.equals(key(reason))) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }

  private static Optional<Entry> entry(List<MapNode> branches) {
    if (branches.size() != 1) {
      return Optional.empty();
    }
    Optional<Entry> only = only(branches.get(0));
    if (only.isPresent() && only.get().key().equals(SECTION)) {
      Node section = only.get().value().resolved();
      return section instanceof MapNode map ? only(map) : Optional.empty();
    }
    return only;
  }

  /** Returns the only entry; an empty section, which INI always starts with, doesn't count. */
  private static Optional<Entry> only(MapNode map) {
    List<Entry> entries = new ArrayList<>(map.entries());
    entries.removeIf(e -> e.value().resolved() instanceof MapNode m && m.entries().isEmpty());
    return entries.size() == 1 ? Optional.of(entries.get(0)) : Optional.empty();
  }
}
