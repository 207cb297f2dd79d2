package dev.sealconf.git.setup;

import dev.sealconf.git.protection.ProtectionMode;
import dev.sealconf.io.World;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.session.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code .gitattributes} at the top of a work tree. Lines are only added, never changed: the
 * file belongs to everyone who uses the repository.
 */
final class AttributesFile {
  /** The name of the file. */
  static final String NAME = ".gitattributes";

  /** Git and sealconf have to read these themselves. */
  private static final List<String> NEVER_FILTERED =
      List.of(".gitattributes !filter !diff !merge !text", ".sops.yaml !filter !diff !merge !text");

  private final Session session;
  private final Path file;

  /** Works on the file in the folder {@code top}. */
  AttributesFile(Session session, Path top) {
    this.session = session;
    this.file = top.resolve(NAME);
  }

  /** Returns where the file is. */
  Path file() {
    return file;
  }

  /**
   * Adds a line for each pattern, unless the file has it; before the lines that keep settings from
   * being filtered, since the last line that matches a path counts.
   *
   * @param patterns in the syntax of {@code gitattributes(5)}, without quotes around them
   * @return the lines that were added
   */
  List<String> add(List<String> patterns, ProtectionMode mode) {
    List<String> lines =
        patterns.stream().map(pattern -> quoted(pattern) + " " + mode.attributes()).toList();
    World world = session.world();
    List<String> added = new ArrayList<>();
    if (!Files.exists(file)) {
      session.files().write(file, SafeFile.Content.SEALED, with("", lines, added));
    } else {
      session
          .files()
          .update(
              world.resolve(file.toString()),
              SafeFile.Content.SEALED,
              bytes -> {
                added.clear();
                byte[] text = with(new String(bytes, StandardCharsets.ISO_8859_1), lines, added);
                return added.isEmpty() ? bytes : text;
              });
    }
    return added;
  }

  /** Returns the text, one character for each byte, with the lines that it doesn't have. */
  private static byte[] with(String text, List<String> wanted, List<String> added) {
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    List<String> lines = new ArrayList<>(text.lines().toList());
    List<String> inBytes = wanted.stream().map(AttributesFile::inBytes).toList();
    for (int i = 0; i < inBytes.size(); i++) {
      if (!lines.contains(inBytes.get(i))) {
        int place = lines.indexOf(NEVER_FILTERED.get(0));
        lines.add(place < 0 ? lines.size() : place, inBytes.get(i));
        added.add(wanted.get(i));
      }
    }
    if (added.isEmpty()) {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
    for (String line : NEVER_FILTERED) {
      if (!lines.contains(line)) {
        lines.add(line);
        added.add(line);
      }
    }
    return (String.join(end, lines) + end).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String inBytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** Quotes a pattern that would otherwise end at a blank, or be a comment or a macro. */
  private static String quoted(String pattern) {
    boolean plain = pattern.matches("[^\\s\"#!\\[][^\\s\"]*");
    return plain ? pattern : '"' + pattern.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
