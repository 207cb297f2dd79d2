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
 * <p>An implementation is one class with {@code @AutoService(DocumentFormat.class)}. It has a
 * public constructor without arguments, holds no state, and passes {@code
 * DocumentFormatContractTest}. All methods throw {@code SealconfException} for errors that a user
 * can fix.
 */
public interface DocumentFormat {

  /** Returns the word for {@code --input-type}, such as {@code yaml}. */
  String name();

  /** Returns other words that people type for it. */
  default List<String> aliases() {
    return List.of();
  }

  /** Returns the order in which formats are tried and listed. Lower numbers come first. */
  int rank();

  /**
   * Returns whether a file with this name has this format, by the whole name or its suffix.
   * Case-sensitive.
   */
  boolean claims(String fileName);

  /**
   * Returns whether this file has this format: by its name, unless its content says that it was
   * sealed in another format.
   */
  default boolean claims(String fileName, byte[] content) {
    return claims(fileName);
  }

  /** Returns whether SOPS takes a file with this name for this format. */
  default boolean claimsInSops(String fileName) {
    return claims(fileName);
  }

  /**
   * Returns the word for SOPS's {@code --input-type} that makes it open this sealed file; empty if
   * SOPS can't open it.
   */
  default Optional<String> typeInSops(SourceText sealed) {
    return Optional.of(name());
  }

  /** Returns the name of this format's section in {@code stores} of {@code .sops.yaml}. */
  default String store() {
    return name();
  }

  /**
   * Returns the indentation for this many columns as SOPS interprets the number; -1 is a tab. Empty
   * if the format does not support it.
   */
  default Optional<Indent> indent(int width) {
    return width < -1 ? Optional.empty() : Optional.of(new Indent(width));
  }

  /** Returns the plain text that a new file starts with in an editor; may be empty. */
  default String example() {
    return "";
  }

  /**
   * Returns whether a text looks like a sealed file of this format, whatever its name. This is a
   * guess.
   */
  boolean looksSealed(String text);

  /** Returns the format that stores sealed files of this one: itself, except for binary. */
  default DocumentFormat sealedForm() {
    return this;
  }

  /** Returns whether a file is encrypted as one value because the format has no keys and values. */
  default boolean encryptsWhole() {
    return sealedForm() != this;
  }

  /**
   * Returns whether the format can hold maps, lists and values of every type except bytes. Hints
   * suggest it for data that another format can't hold.
   */
  default boolean holdsTrees() {
    return false;
  }

  /**
   * Returns whether the format can hold bytes that are not text. Hints suggest it for such bytes.
   */
  default boolean holdsBytes() {
    return encryptsWhole();
  }

  /** Returns a file to create the archive for fast starts with; empty if it needs none. */
  default Optional<SampleFile> sample() {
    return Optional.empty();
  }

  /**
   * Returns whether a top-level key with this name would be mistaken for metadata ({@code
   * docs/format.md §3}).
   */
  boolean reserves(String key);

  /**
   * Reads a plain or sealed file.
   *
   * @throws dev.sealconf.error.SealconfException with {@code COULD_NOT_READ_INPUT} and a location
   *     if the bytes don't have this format, contain a merge conflict, or exceed a limit of {@link
   *     Limits}
   */
  Document read(SourceText source);

  /**
   * Returns the text for the leaf's span that reads back as the string {@code token}, in the leaf's
   * quotes.
   */
  String tokenText(Leaf leaf, String token);

  /**
   * Returns whether a text in the leaf's span could read back as {@code value}, as far as the leaf
   * alone shows. This is cheap, and false is always correct.
   */
  default boolean mayRead(Leaf leaf, String text, Scalar value) {
    return true;
  }

  /**
   * Returns the splices outside a leaf's span that its new text needs, such as in a block scalar's
   * header.
   *
   * @param value what the new text reads back as: a token, or the value of a token
   */
  default List<Splice> headerChange(Leaf leaf, Scalar value) {
    return List.of();
  }

  /** Returns the text for the comment's span that reads back as the comment {@code token}. */
  String tokenText(Comment comment, String token);

  /**
   * Returns the text for the span of a leaf that holds a token, so that it reads back as {@code
   * value}. Keeps the leaf's quotes and layout if the value allows it.
   */
  byte[] valueText(Leaf leaf, Scalar value);

  /**
   * Returns the text for the span of a comment that holds a token, so that it reads back as {@code
   * text}.
   */
  String valueText(Comment comment, String text);

  /**
   * Returns whether an item of this list may be the token of a comment, as SOPS writes comments in
   * lists, and {@link #commentFromToken} can turn it into one.
   */
  default boolean holdsComments(ListNode list) {
    return false;
  }

  /**
   * Returns the splice that turns a list item with a comment's token, as SOPS writes it, into the
   * comment.
   */
  Splice commentFromToken(Document document, Leaf item, String text);

  /**
   * Returns the splices that make a list an empty one, if each of its items is a comment's token
   * that {@link #commentFromToken} turns into a comment.
   */
  default List<Splice> asEmptyList(Document document, ListNode list) {
    return List.of();
  }

  /**
   * Returns the text for an alias's span that expands its target; {@code token} returns the token
   * of a leaf that is sealed, and empty for a leaf that stays clear.
   */
  String aliasCopy(Alias alias, Function<Leaf, Optional<String>> token);

  /**
   * Returns the splices after which the document's metadata reads back as this tree; unchanged
   * fields stay untouched. A splice within the span of a leaf keeps the leaf's value when the
   * metadata comes after it, and must not be made if the leaf is replaced.
   */
  List<Splice> withMetadata(Document document, MapNode metadata);

  /** Returns the splices after which the document has no metadata. */
  List<Splice> withoutMetadata(Document document);

  /**
   * Returns the splices after which the first document has {@code value} at {@code path} ({@code
   * docs/compatibility.md §set}).
   */
  List<Splice> set(Document document, TreePath path, Node value);

  /**
   * Returns the splices after which the first document has nothing at {@code path}, which exists.
   */
  List<Splice> unset(Document document, TreePath path);

  /**
   * Prints a whole file with a new layout, as SOPS does; includes the metadata block if there is
   * one.
   */
  byte[] print(List<MapNode> branches, Optional<MapNode> metadata, Indent indent);

  /** Returns the value that a printed value reads back as: text, if the format has only text. */
  default Scalar printed(Scalar value) {
    return value;
  }

  /**
   * Returns what this value becomes if it is printed as in SOPS and read again: in ENV, a backslash
   * before an n becomes a line feed.
   */
  default Scalar reread(Scalar value) {
    return value;
  }

  /**
   * Returns what turns a value's line into a comment when it is put in front of the key. Empty if a
   * value doesn't always have a line of its own.
   */
  default Optional<String> commentMark() {
    return Optional.empty();
  }

  /**
   * Returns whether programs take the dots in a key for levels, so that {@code db.password} is
   * named like {@code password} in {@code db}.
   */
  default boolean hasDottedKeys() {
    return false;
  }

  /**
   * Returns the name of the variable for a key in programs that read this format themselves. A key
   * in ENV may start with {@code export}.
   */
  default String variableName(String key) {
    return key;
  }

  /** Returns a value's text as such programs see it: in ENV, without its quotes. */
  default String variableText(String text) {
    return text;
  }

  /**
   * Returns the text to store so that {@link #variableText} and such programs give this one.
   *
   * @throws dev.sealconf.error.SealconfException an {@code OutputFailure.NotRepresentable} if there
   *     is none
   */
  default String textOfVariable(String text) {
    return text;
  }

  /** Returns one value as {@code --extract} prints it. */
  byte[] printValue(Node value, Indent indent);
}
