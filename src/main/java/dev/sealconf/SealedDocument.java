package dev.sealconf;

import dev.sealconf.binding.FlatValues;
import dev.sealconf.binding.JsonText;
import dev.sealconf.binding.SingleValue;
import dev.sealconf.binding.TypedValues;
import dev.sealconf.binding.Values;
import dev.sealconf.document.Indent;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.BindingFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.exec.variable.WrittenTree;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.operation.SetValue;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.Output;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Session;
import dev.sealconf.session.rule.Restrictions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * A document that was opened and verified: YAML, JSON, ENV, INI or any other file. Immutable and
 * thread-safe. Its text form shows neither keys nor values.
 *
 * <p>Paths look like {@code db.password} and {@code servers[0].host}; {@code ["a.b"]} is a key with
 * a dot. A path that means two values fails.
 */
public final class SealedDocument {
  private final SealconfOptions options;
  private final Input input;
  private final SourceFile file;
  private final List<MapNode> trees;
  private final byte[] plain;

  private SealedDocument(
      SealconfOptions options, Input input, SourceFile file, List<MapNode> trees, byte[] plain) {
    this.options = options;
    this.input = input;
    this.file = file;
    this.trees = trees;
    this.plain = plain;
  }

  /** Opens a document. */
  static SealedDocument open(
      Session session, SealconfOptions options, SourceFile file, byte[] sealed) {
    FileTypes types = new FileTypes(options.overrides(), session.formats());
    Input input = types.input(file.name(), sealed);
    try (OpenedFile opened =
        OpenedFile.open(
            session.world(),
            session.keyRing(options.overrides()),
            input,
            new Restrictions(session, options.overrides()).strictness(file.deciding(session)))) {
      List<MapNode> trees = WrittenTree.of(opened);
      byte[] plain =
          input.format().encryptsWhole()
              ? input.format().print(trees, Optional.empty(), Indent.DEFAULT)
              : opened.opened().plain();
      return new SealedDocument(options, input, file, trees, plain);
    }
  }

  /**
   * Returns a value as text; a number as the file writes it.
   *
   * @throws SealconfException a {@link dev.sealconf.error.NotFound} if there is no value or it is
   *     null, a {@link BindingFailure} if it is a map, a list or not text
   */
  public String get(String path) {
    return find(path).orElseThrow(() -> located(new SingleValue(values()).missing(path)));
  }

  /** Returns a value as text; empty if there is none or it is null. */
  public Optional<String> find(String path) {
    return attempt(() -> new SingleValue(values()).chars(path)).map(String::new);
  }

  /**
   * Returns a value in a new array, which the caller can wipe. The document itself keeps the value
   * until the garbage collector removes it.
   *
   * @throws SealconfException as {@link #get(String)} does
   */
  public char[] chars(String path) {
    SingleValue single = new SingleValue(values());
    return attempt(() -> single.chars(path)).orElseThrow(() -> located(single.missing(path)));
  }

  /** Returns the bytes of a value in a new array; like {@link #chars}, but it need not be text. */
  public byte[] bytes(String path) {
    SingleValue single = new SingleValue(values());
    return attempt(() -> single.bytes(path)).orElseThrow(() -> located(single.missing(path)));
  }

  /**
   * Returns a value, or the part of the document at the path, as an object of this type; works and
   * fails as {@link #as}.
   */
  public <T> T get(String path, Class<T> type) {
    return attempt(() -> new TypedValues(values()).at(path, type));
  }

  /**
   * Returns the document as an object of this type, such as a record. Each key must belong to a
   * component, and each component must have a value unless it is an {@code Optional}. Jackson's
   * annotations apply. A value that the type can't hold as it is, such as 80.9 as an {@code int},
   * fails.
   *
   * @throws SealconfException a {@link dev.sealconf.error.NotFound} if a value is missing, a {@link
   *     BindingFailure} if a key is unknown or a value has the wrong type
   */
  public <T> T as(Class<T> type) {
    return attempt(() -> new TypedValues(values()).whole(type));
  }

  /**
   * Returns all values, in the order of the file: texts and times as {@code String}, integers as
   * {@code Long}, other numbers as {@code Double}, booleans, bytes as {@code byte[]}, maps, lists,
   * and null. The maps and lists can't be modified.
   */
  public Map<String, Object> asMap() {
    return values().map();
  }

  /**
   * Returns all values as texts, in the order of the file, by paths such as {@code a.b[0]}.
   *
   * @throws SealconfException a {@link BindingFailure} if two values have the same path, or one
   *     isn't text
   */
  public Map<String, String> asFlatMap() {
    return attempt(() -> flat(values()));
  }

  /** Returns all values as properties, by paths such as {@code a.b[0]}; without nulls. */
  public Properties toProperties() {
    Properties properties = new Properties();
    properties.putAll(asFlatMap());
    return properties;
  }

  /** Returns one map for each document of a YAML file, which may have several. */
  public List<Map<String, Object>> asMaps() {
    return trees.stream().map(tree -> new Values(tree, input.format()).map()).toList();
  }

  /** Returns the values of each document of a YAML file as texts, as {@link #asFlatMap} does. */
  public List<Map<String, String>> asFlatMaps() {
    return trees.stream().map(tree -> flat(new Values(tree, input.format()))).toList();
  }

  private Map<String, String> flat(Values values) {
    return Collections.unmodifiableMap(attempt(() -> FlatValues.of(values)));
  }

  /** Returns the whole decrypted file in a new array, such as a certificate. */
  public byte[] content() {
    return plain.clone();
  }

  /** Returns the encrypted file in a new array. */
  public byte[] sealed() {
    return input.source().bytes().clone();
  }

  /**
   * Returns this document with a value changed or added, encrypted with the same keys. Nothing is
   * written to disk. Maps and lists on the way are made if they are missing. The position after the
   * last element of a list adds one.
   *
   * @param value a text, number, boolean, map, list, record or null
   * @throws SealconfException if no key opens the document, or the value can't be set there
   */
  public SealedDocument set(String path, Object value) {
    if (input.format().encryptsWhole()) {
      throw located(
          new BindingFailure("a file that is encrypted as a whole has no values to set")
              .hint("write the new content to the file, and encrypt it: Sealconf.encrypt(path)"));
    }
    TreePath place = attempt(() -> values().place(path));
    String json = attempt(() -> JsonText.of(value, input.format()));
    return options.run(
        file.name(),
        session -> {
          Restrictions restrictions = new Restrictions(session, options.overrides());
          Path deciding = file.deciding(session);
          byte[] changed =
              new SetValue(session.world(), session.keyRing(options.overrides()))
                  .run(
                      input,
                      new Output(input.format(), Indent.DEFAULT, false),
                      restrictions.strictness(deciding),
                      restrictions.policy(deciding, Set.of()),
                      new SetValue.Assignment(place, json, false, false));
          return open(session, options, file.with(input.source().bytes()), changed);
        });
  }

  /**
   * Writes the encrypted document back to the file that it was read from, completely or not at all.
   *
   * @throws SealconfException an {@link dev.sealconf.error.OutputFailure} if it was not read from a
   *     file, others have changed the file since, or it can't be written
   */
  public void write() {
    options.run(
        file.name(),
        session -> {
          file.write(session, input.source().bytes());
          return null;
        });
  }

  /** Writes the encrypted document to a file, which it creates or replaces as a whole. */
  public void write(Path target) {
    String name = FileName.of(target);
    options.run(
        name,
        session -> {
          Path path = session.world().resolve(name);
          session.files().write(path, SafeFile.Content.SEALED, input.source().bytes());
          return null;
        });
  }

  /** Returns whether both were read from the same bytes. */
  boolean sameFile(SealedDocument other) {
    return Arrays.equals(input.source().bytes(), other.input.source().bytes());
  }

  private Values values() {
    if (trees.size() > 1) {
      throw located(
          new BindingFailure("the file has " + trees.size() + " documents")
              .hint("read them with asMaps(), or split the file"));
    }
    return new Values(trees.get(0), input.format());
  }

  private interface Action<T> {
    T run();
  }

  /** Adds the name of the file to failures. */
  private <T> T attempt(Action<T> action) {
    try {
      return action.run();
    } catch (SealconfException e) {
      throw located(JavaHints.of(e));
    }
  }

  private SealconfException located(SealconfException failure) {
    return failure.at(file.location());
  }

  /** Returns the name of the file, and nothing of what is in it. */
  @Override
  public String toString() {
    return "SealedDocument[" + file.location() + "]";
  }
}
