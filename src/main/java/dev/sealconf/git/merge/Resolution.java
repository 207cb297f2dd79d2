package dev.sealconf.git.merge;

import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Node;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.operation.merge.KeyMerge;
import dev.sealconf.operation.merge.Piece;
import dev.sealconf.operation.merge.Place;
import dev.sealconf.operation.merge.Versions;
import dev.sealconf.operation.value.JsonValue;
import dev.sealconf.operation.value.NodeAt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lets a person at the terminal resolve the conflicts of a merged text, one after the other. */
final class Resolution {
  private static final String CHOICE =
      "[o]urs, [t]heirs, [b]ase, [s]how them, type a [v]alue, [e]dit, [q]uit: ";

  private final World world;
  private final LinesEditor editor;
  private final Document like;
  private final List<Typed> typed = new ArrayList<>();

  /** A value that was typed, to be written once the text is whole. */
  private record Typed(Place place, String text) {}

  /**
   * For one file.
   *
   * @param like a document of the file's format and name
   */
  Resolution(World world, LinesEditor editor, Document like) {
    this.world = world;
    this.editor = editor;
    this.like = like;
  }

  /** Returns the text without conflicts; empty if the person gave up. */
  Optional<byte[]> of(KeyMerge merge) {
    typed.clear();
    StringBuilder text = new StringBuilder();
    int all = merge.conflicts().size();
    int number = 0;
    for (Piece piece : merge.pieces()) {
      if (piece instanceof Piece.Conflict conflict) {
        Optional<String> lines = chosen(conflict, ++number + " of " + all);
        if (lines.isEmpty()) {
          return Optional.empty();
        }
        text.append(lines.get());
      } else {
        text.append(((Piece.Text) piece).text());
      }
    }
    return Optional.of(withTyped(text.toString().getBytes(StandardCharsets.ISO_8859_1)));
  }

  private Optional<String> chosen(Piece.Conflict conflict, String number) {
    Versions<String> lines = conflict.lines();
    String names = String.join(", ", ShownPlace.of(conflict));
    String prompt = like.source().name() + ", conflict " + number + ": " + names + "\n" + CHOICE;
    String shown = "";
    while (true) {
      Optional<String> answer = world.ask().askLine(shown + prompt);
      shown = "";
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      switch (answer.get().strip().toLowerCase(Locale.ROOT)) {
        case "o", "ours" -> {
          return Optional.of(lines.ours());
        }
        case "t", "theirs" -> {
          return Optional.of(lines.theirs());
        }
        case "b", "base" -> {
          return Optional.of(lines.base());
        }
        case "s", "show" -> shown = shown(lines);
        case "v", "value" -> {
          Optional<String> kept = type(conflict);
          if (kept.isPresent()) {
            return kept;
          }
        }
        case "e", "edit" -> {
          Optional<String> edited = editor.edit(lines);
          if (edited.isPresent()) {
            return edited;
          }
          shown = "The text still has conflict markers.\n";
        }
        case "q", "quit" -> {
          return Optional.empty();
        }
        default -> shown = "Type one of the letters in brackets.\n";
      }
    }
  }

  /** On the terminal alone, never in messages: they have values. */
  private static String shown(Versions<String> lines) {
    return "base:\n"
        + shown(lines.base())
        + "ours:\n"
        + shown(lines.ours())
        + "theirs:\n"
        + shown(lines.theirs());
  }

  private static String shown(String lines) {
    String text = new String(lines.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder();
    text.lines().forEach(line -> out.append("    ").append(Printable.plain(line)).append('\n'));
    return lines.isEmpty() ? "    (not there)\n" : out.toString();
  }

  /**
   * Returns the lines that the typed value goes into; empty if nothing was typed, or it can't be.
   */
  private Optional<String> type(Piece.Conflict conflict) {
    Place place = conflict.places().get(0);
    boolean possible =
        conflict.places().size() == 1
            && !conflict.comment()
            && place.document() == 0
            && place.path().depth() > 0;
    if (!possible) {
      world.tell().say("a single value can't be typed here: choose a side, or edit the lines");
      return Optional.empty();
    }
    Optional<char[]> secret = world.ask().askSecret("New value of " + ShownPlace.of(place) + ": ");
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    typed.add(new Typed(place, new String(secret.get())));
    Arrays.fill(secret.get(), '\0');
    Versions<String> lines = conflict.lines();
    return Optional.of(lines.ours().isEmpty() ? lines.theirs() : lines.ours());
  }

  private byte[] withTyped(byte[] text) {
    byte[] now = text;
    for (Typed value : typed) {
      Document document = like.format().read(new SourceText(like.source().name(), now));
      Node node = node(document, value);
      now = document.source().apply(document.format().set(document, value.place().path(), node));
    }
    return now;
  }

  /** Of the type that the value has so far, if the text can be that. */
  private static Node node(Document document, Typed value) {
    Node text = Leaf.of(value.text());
    Optional<Node> before = NodeAt.search(document.branches().get(0), value.place().path());
    if (before.orElse(text) instanceof Leaf leaf
        && leaf.value().getClass() != ((Leaf) text).value().getClass()) {
      try {
        Node parsed = JsonValue.parse(value.text(), document.format().sealedForm());
        boolean same =
            parsed instanceof Leaf other && other.value().getClass() == leaf.value().getClass();
        return same ? parsed : text;
      } catch (SealconfException e) {
        return text;
      }
    }
    return text;
  }
}
