package dev.sealconf.git.merge;

import dev.sealconf.error.FileFailure;
import dev.sealconf.io.World;
import dev.sealconf.io.editor.Editor;
import dev.sealconf.io.plaintext.PlaintextFolder;
import dev.sealconf.operation.merge.ConflictMarkers;
import dev.sealconf.operation.merge.Versions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lets a person edit plain text in an editor; the text is in a private folder in memory. */
final class LinesEditor {
  private static final int MARKER_SIZE = 7;

  private final World world;
  private final Editor editor;
  private final String name;

  /**
   * For one file.
   *
   * @param name the name of the file without its folder: an editor goes by it
   */
  LinesEditor(World world, Editor editor, String name) {
    this.world = world;
    this.editor = editor;
    this.name = name;
  }

  /** Returns the lines that a person makes of a conflict; empty if it still has markers. */
  Optional<String> edit(Versions<String> lines) {
    String text = new ConflictMarkers(MARKER_SIZE, MergeDriver.LABELS).around(lines);
    byte[] edited = edit(text.getBytes(StandardCharsets.ISO_8859_1));
    String result = new String(edited, StandardCharsets.ISO_8859_1);
    return hasMarkers(edited) ? Optional.empty() : Optional.of(result);
  }

  /** Returns what a person makes of a text. */
  byte[] edit(byte[] text) {
    try (PlaintextFolder folder = PlaintextFolder.open(world)) {
      folder.write(name, text);
      editor.edit(folder, name);
      return folder.read(name);
    } catch (IOException e) {
      throw new FileFailure.Unreadable("can't read the text that the editor left").from(e);
    }
  }

  /** Returns whether any line begins with a marker. */
  static boolean hasMarkers(byte[] text) {
    return new String(text, StandardCharsets.ISO_8859_1)
        .lines()
        .anyMatch(
            line ->
                line.startsWith("<".repeat(MARKER_SIZE))
                    || line.startsWith(">".repeat(MARKER_SIZE)));
  }
}
