package dev.sealconf.document;

import dev.sealconf.document.tree.Alias;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One syntax: reads a file into spans, and says what text to put into a span. A format never prints
 * again what the user did not change; only {@link #print} prints a whole file, for conversions.
 *
 * <p>An implementation is one class annotated {@code @AutoService(DocumentFormat.class)}, has a
 * public constructor without arguments, holds no state, and passes {@code
 * DocumentFormatContractTest}. All methods throw {@code SealconfException} for what a user can do
 * something about.
 */
public interface DocumentFormat {

  /** The word of {@code --input-type}, such as {@code yaml}. */
  String name();

  /** Other words for it that people type. */
  default List<String> aliases() {
    return List.of();
  }

  /** The order in which formats are asked and listed; lower first. */
  int rank();

  /**
   * Whether a file of this name is of this format; by the whole name or its suffix, case-sensitive.
   */
  boolean claims(String fileName);

  /**
   * Whether this file is of this format: by its name, unless its content says that it was sealed as
   * another.
   */
  default boolean claims(String fileName, byte[] content) {
    return claims(fileName);
  }

  /** Whether SOPS takes a file of this name for one of this format. */
  default boolean claimsInSops(String fileName) {
    return claims(fileName);
  }

  /** The name of the section of {@code stores} in {@code .sops.yaml} that is about this format. */
  default String store() {
    return name();
  }

  /**
   * The indentation of so many columns as SOPS takes it; -1 is a tab. Empty if the format can't
   * have it.
   */
  default Optional<Indent> indent(int width) {
    return width < -1 ? Optional.empty() : Optional.of(new Indent(width));
  }

  /** The plain text that a new file starts with in an editor; empty to start with nothing. */
  default String example() {
    return "";
  }

  /** Whether a text looks like a sealed file of this format, whatever its name; a guess. */
  boolean looksSealed(String text);

  /** The format in which a sealed file of this one is stored: itself for all but binary. */
  default DocumentFormat sealedForm() {
    return this;
  }

  /** Whether a file is encrypted as one value, since the format has no keys and values. */
  default boolean encryptsWhole() {
    return sealedForm() != this;
  }

  /**
   * Whether it can hold maps, lists and every type of value but bytes. Hints offer it for data that
   * another format can't hold.
   */
  default boolean holdsTrees() {
    return false;
  }

  /** Whether it can hold bytes that are not text. Hints offer it for them. */
  default boolean holdsBytes() {
    return encryptsWhole();
  }

  /** A file that the archive for fast starts is made with; empty if it needs none. */
  default Optional<SampleFile> sample() {
    return Optional.empty();
  }

  /**
   * Whether a top-level key of this name would be taken for metadata ({@code docs/format.md §3}).
   */
  boolean reserves(String key);

  /**
   * Reads a plain or sealed file.
   *
   * @throws dev.sealconf.error.SealconfException with {@code COULD_NOT_READ_INPUT} and a location
   *     if the bytes are not of this format, are a merge conflict, or pass a limit of {@link
   *     Limits}
   */
  Document read(SourceText source);

  /**
   * The text for the leaf's span that reads back as the string {@code token}, in the leaf's
   * quoting.
   */
  String tokenText(Leaf leaf, String token);

  /**
   * Whether a text in the leaf's span could read back as {@code value}, as far as can be told from
   * the leaf alone: cheap, and never wrong if it says no.
   */
  default boolean mayRead(Leaf leaf, String text, Scalar value) {
    return true;
  }

  /**
   * The splices outside a leaf's span that go with a new text in it: those of what introduces it.
   *
   * @param value what the new text reads back as: a token, or what a token stood for
   */
  default List<Splice> headerChange(Leaf leaf, Scalar value) {
    return List.of();
  }

  /** The text for the comment's span that reads back as the comment {@code token}. */
  String tokenText(Comment comment, String token);

  /**
   * The text for the span of a leaf that holds a token, so that it reads back as {@code value}; in
   * the leaf's quoting and layout if the value can be written so.
   */
  byte[] valueText(Leaf leaf, Scalar value);

  /**
   * The text for the span of a comment that holds a token, so that it reads back as {@code text}.
   */
  String valueText(Comment comment, String text);

  /**
   * Whether an item of this list may be the token of a comment, as SOPS writes comments of lists,
   * and {@link #commentFromToken} can turn it into one.
   */
  default boolean holdsComments(ListNode list) {
    return false;
  }

  /**
   * The splice that turns a list item which holds a comment's token (SOPS writes them so) into the
   * comment it means.
   */
  Splice commentFromToken(Document document, Leaf item, String text);

  /**
   * The splices after which a list is an empty one, when each of its items is a comment's token and
   * becomes a comment by {@link #commentFromToken}.
   */
  default List<Splice> asEmptyList(Document document, ListNode list) {
    return List.of();
  }

  /**
   * The text for an alias's span that spells its target out in place; {@code token} gives the token
   * of a leaf that is sealed, and empty for one that stays clear.
   */
  String aliasCopy(Alias alias, Function<Leaf, Optional<String>> token);

  /**
   * The splices after which the document's metadata reads back as this tree; fields that are equal
   * stay untouched. One that lies within the span of a leaf keeps its value as it is where the
   * metadata follows, and is not made if the leaf is replaced.
   */
  List<Splice> withMetadata(Document document, MapNode metadata);

  /** The splices after which the document has no metadata. */
  List<Splice> withoutMetadata(Document document);

  /**
   * The splices after which the first document holds {@code value} at {@code path} ({@code
   * docs/compatibility.md §set}).
   */
  List<Splice> set(Document document, TreePath path, Node value);

  /** The splices after which the first document has nothing at {@code path}, which exists. */
  List<Splice> unset(Document document, TreePath path);

  /**
   * A whole file, printed in a new layout as SOPS prints it; with the metadata block if there is
   * one.
   */
  byte[] print(List<MapNode> branches, Optional<MapNode> metadata, Indent indent);

  /** What a value reads back as once it is printed: a text, where a format has nothing else. */
  default Scalar printed(Scalar value) {
    return value;
  }

  /**
   * What programs that read this format themselves call the variable of a key: ENV may have {@code
   * export} in front of it.
   */
  default String variableName(String key) {
    return key;
  }

  /** What such programs take the text of a value for: in ENV, without the quotes around it. */
  default String variableText(String text) {
    return text;
  }

  /** One value as {@code --extract} prints it. */
  byte[] printValue(Node value, Indent indent);
}
