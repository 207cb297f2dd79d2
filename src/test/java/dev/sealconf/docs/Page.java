package dev.sealconf.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of the documentation, and the code blocks on it. The words behind the opening fence say
 * what a block is:
 *
 * <table>
 *   <caption>Kinds of blocks</caption>
 *   <tr><td>{@code sh}</td><td>commands that the reader types; every one succeeds</td></tr>
 *   <tr><td>{@code sh needs PROGRAM}</td><td>the same, but the tests don't have the program</td></tr>
 *   <tr><td>{@code console}</td><td>commands behind {@code $} and what each of them prints; {@code …}
 *       is any text, on a line of its own any lines</td></tr>
 *   <tr><td>{@code yaml} with a first line {@code # NAME}</td><td>a file of that name</td></tr>
 * </table>
 *
 * <p>A block of {@code sh} that starts with {@code #!} is a script that the reader keeps in a file.
 */
public record Page(Path file, List<Block> blocks) {
  private static final String FENCE = "```";

  /**
   * A code block; {@code line} is the number of its opening fence, {@code kind} what follows it.
   */
  public record Block(int line, String kind, List<String> lines) {
    /** The lines as one text, with a line break at the end. */
    public String text() {
      return String.join("\n", lines) + "\n";
    }

    /** The name in a first line {@code # NAME}, or nothing. */
    public String fileName() {
      String first = lines.isEmpty() ? "" : lines.get(0);
      return kind.equals("yaml") && first.matches("# \\S+") ? first.substring(2) : "";
    }
  }

  /** Reads a page. */
  public static Page read(Path file) throws IOException {
    List<Block> blocks = new ArrayList<>();
    List<String> all = Files.readAllLines(file);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).startsWith(FENCE)) {
        int start = i;
        do {
          i++;
        } while (!all.get(i).equals(FENCE));
        String kind = all.get(start).substring(FENCE.length());
        blocks.add(new Block(start + 1, kind, List.copyOf(all.subList(start + 1, i))));
      }
    }
    return new Page(file, List.copyOf(blocks));
  }

  /** The README and all pages below {@code docs}. */
  public static List<Page> all() throws IOException {
    List<Page> pages = new ArrayList<>();
    pages.add(read(Path.of("README.md")));
    try (Stream<Path> files = Files.walk(Path.of("docs"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        pages.add(read(file));
      }
    }
    return pages;
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
