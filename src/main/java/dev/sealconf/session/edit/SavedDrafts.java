package dev.sealconf.session.edit;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.Strictness;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Drafts of one file that could not be used or that a signal interrupted. They are encrypted beside
 * the file as {@code .FILE.draft.json} for everyone who can open the file. SOPS can open them too.
 */
final class SavedDrafts {
  private static final String SUFFIX = ".json";
  private static final String DRAFT = "draft";
  private static final String OPENED = "opened";
  private static final String BASE64 = "_base64";
  private static final int MOST = 99;

  private final Session session;
  private final Overrides given;
  private final Path file;

  SavedDrafts(Session session, Overrides given, Path file) {
    this.session = session;
    this.given = given;
    this.file = file;
  }

  /** Returns the file of the most recent draft, if there is one. */
  Optional<Path> latest() {
    List<Path> all = all();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Returns the files of all saved drafts, oldest first. */
  private List<Path> all() {
    return IntStream.rangeClosed(1, MOST)
        .mapToObj(this::path)
        .filter(SavedDrafts::isThere)
        .toList();
  }

  /**
   * Returns the most recent draft.
   *
   * @throws SealconfException with exit code 100 if there is none, or if it can't be opened
   */
  SavedDraft load() {
    Path saved =
        latest()
            .orElseThrow(
                () ->
                    new FileFailure.Missing(
                            "there is no saved draft of " + session.world().shown(file), "")
                        .hint("leave out --resume"));
    tellOfOlder(saved);
    Input input =
        new Input(
            new SourceText(session.world().shown(saved), session.files().read(saved)), format());
    try (OpenedFile opened =
        OpenedFile.open(session.world(), session.keyRing(given), input, Strictness.NORMAL)) {
      MapNode tree = opened.tree().get(0);
      return new SavedDraft(saved, bytes(tree, DRAFT), bytes(tree, OPENED));
    }
  }

  private void tellOfOlder(Path opened) {
    List<String> older =
        all().stream().filter(path -> !path.equals(opened)).map(session.world()::shown).toList();
    if (!older.isEmpty()) {
      session
          .world()
          .tell()
          .warn(
              "opened "
                  + session.world().shown(opened)
                  + "; there are older drafts, too: "
                  + String.join(", ", older));
    }
  }

  /**
   * Keeps a draft, as the latest one.
   *
   * @return the file that holds it
   * @throws SealconfException with exit code 3 if it can't be written
   */
  Path save(EditedFile edited, byte[] draft) {
    MapNode tree = MapNode.of(List.of(entry(DRAFT, draft), entry(OPENED, edited.opened())));
    byte[] plain = format().print(List.of(tree), Optional.empty(), Indent.DEFAULT);
    Document document = format().read(new SourceText(session.world().shown(path(1)), plain));
    byte[] sealed = edited.sealAll(document);
    for (int number = next(); number <= MOST; number++) {
      if (session.files().create(path(number), SafeFile.Content.SEALED, sealed)) {
        return path(number);
      }
    }
    throw new OutputFailure.NotWritten(
            "there are too many saved drafts of " + session.world().shown(file))
        .hint("remove those you don't need");
  }

  /** Returns one more than the largest number in use. */
  private int next() {
    int number = MOST;
    while (number > 0 && !isThere(path(number))) {
      number--;
    }
    return number + 1;
  }

  private Path path(int number) {
    String suffix = number == 1 ? "" : "-" + number;
    return file.resolveSibling("." + file.getFileName() + ".draft" + suffix + SUFFIX);
  }

  private static boolean isThere(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private DocumentFormat format() {
    return session.formats().forFile(SUFFIX, new byte[0]);
  }

  private static Entry entry(String key, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)
        ? Entry.of(key, Leaf.of(text))
        : Entry.of(key + BASE64, Leaf.of(Base64.getEncoder().encodeToString(bytes)));
  }

  private byte[] bytes(MapNode tree, String key) {
    try {
      return text(tree, key)
          .map(text -> text.getBytes(StandardCharsets.UTF_8))
          .or(() -> text(tree, key + BASE64).map(Base64.getDecoder()::decode))
          .orElseThrow(IllegalArgumentException::new);
    } catch (IllegalArgumentException e) {
      throw new FileFailure.Unreadable("this is not a saved draft").from(e);
    }
  }

  private static Optional<String> text(MapNode tree, String key) {
    return tree.entry(key)
        .map(entry -> entry.value().resolved())
        .filter(Leaf.class::isInstance)
        .map(node -> ((Leaf) node).value())
        .filter(Scalar.Text.class::isInstance)
        .map(value -> ((Scalar.Text) value).value());
  }
}
