package dev.sealconf.evidence;

import dev.sealconf.envelope.selection.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The plain files under {@code testdata/corpus}, and the rules they are tried with. */
final class Corpus {
  static final Path ROOT = Path.of("testdata", "corpus");

  private static final List<String> FOLDERS = List.of("yaml", "json", "env", "ini", "binary");
  private static final Map<String, String> FORMATS =
      Map.of(
          "yaml",
          "yaml",
          "json",
          "json",
          "env",
          "dotenv",
          "ini",
          "ini",
          "properties",
          "properties");

  /** A file, and a rule to encrypt it by. */
  record Case(Sample sample, Rule rule) {
    @Override
    public String toString() {
      return sample + " with " + rule;
    }
  }

  private record RuleLine(PathMatcher files, Rule rule) {}

  private Corpus() {}

  /** Every file that SOPS itself handles. */
  static List<Sample> samples() {
    return FOLDERS.stream().flatMap(folder -> samples(folder).stream()).toList();
  }

  /** The files of one folder, by name. */
  static List<Sample> samples(String folder) {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files.sorted().filter(f -> !f.toString().endsWith(".tsv")).map(Corpus::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sample sample(String name) {
    return read(ROOT.resolve(name));
  }

  /** Every file by the default rule, and by each rule that {@code rules.tsv} has for it. */
  static List<Case> cases() {
    List<RuleLine> lines = ruleLines();
    List<Case> cases = new ArrayList<>();
    for (Sample sample : samples()) {
      cases.add(new Case(sample, ruleFor(sample)));
      for (RuleLine line : lines) {
        if (line.files().matches(Path.of(sample.name()))) {
          cases.add(new Case(sample, line.rule()));
        }
      }
    }
    return cases;
  }

  /** The default, and the rules of {@code rules.tsv}, each once. */
  static List<Rule> rules() {
    return Stream.concat(Stream.of(Rule.DEFAULT), ruleLines().stream().map(RuleLine::rule))
        .distinct()
        .toList();
  }

  /** What a file is encrypted by if nothing is said. */
  static Rule ruleFor(Sample sample) {
    return sample.format().equals("binary") ? new Rule(Selection.UNSAID, false) : Rule.DEFAULT;
  }

  /** The lines of a table of tab-separated fields, comments left out. */
  static List<String[]> table(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<RuleLine> ruleLines() {
    return table(ROOT.resolve("rules.tsv")).stream()
        .map(
            line -> {
              String kind = line[1].toUpperCase(Locale.ROOT);
              Selection selection = new Selection(Selection.Kind.valueOf(kind), line[2]);
              return new RuleLine(
                  FileSystems.getDefault().getPathMatcher("glob:" + line[0]),
                  new Rule(selection, line[3].equals("mac_only")));
            })
        .toList();
  }

  private static Sample read(Path file) {
    String folder = file.getParent().getFileName().toString();
    String suffix = file.getFileName().toString().replaceFirst(".*\\.", "");
    String format = FOLDERS.contains(folder) ? folder : suffix;
    try {
      return new Sample(
          ROOT.relativize(file).toString(),
          FORMATS.getOrDefault(format, "binary"),
          Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
