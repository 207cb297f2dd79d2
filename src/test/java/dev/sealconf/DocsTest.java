package dev.sealconf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.document.Limits;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.file.SafeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the README and the pages under {@code docs} to what the program does. */
class DocsTest {
  private static final Path DOCS = Path.of("docs");
  private static final Path README = Path.of("README.md");
  private static final Path CONTENTS = DOCS.resolve("README.md");
  private static final Pattern CITATION = Pattern.compile("docs/([a-z]+\\.md)(?: §([^}`),;:]+))?");
  private static final Pattern CROSS_REFERENCE =
      Pattern.compile("\\[[a-z]+\\.md]\\(([a-z]+\\.md)\\)\\s§([a-z0-9.]+)");
  private static final Pattern HEADING =
      Pattern.compile("(?m)^#{1,4} (?:(\\d+(?:\\.\\d+)?)\\.? )?(.+)$");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]+))?\\)");
  private static final Pattern VARIABLE =
      Pattern.compile("[\"{`]((?:SOPS|SEALCONF)_[A-Z][A-Z_]*[A-Z])\\b");

  @TempDir Path folder;

  @Test
  void everySectionThatIsCitedExists() throws IOException {
    List<String> missing = new ArrayList<>();
    List<Path> citing = files(Path.of("src"), ".java", ".c", "run", "make-archive");
    for (Path file : citing) {
      String text = Files.readString(file).replaceAll("\\R\\s*\\*\\s?", " ");
      for (MatchResult citation : CITATION.matcher(text).results().toList()) {
        check(file, citation, missing);
      }
    }
    for (Path file : files(DOCS, ".md")) {
      for (MatchResult citation :
          CROSS_REFERENCE.matcher(Files.readString(file)).results().toList()) {
        check(file, citation, missing);
      }
    }
    assertThat(citing).hasSizeGreaterThan(100);
    assertThat(missing).isEmpty();
  }

  private static void check(Path file, MatchResult citation, List<String> missing)
      throws IOException {
    Path page = DOCS.resolve(citation.group(1));
    if (!Files.exists(page)) {
      missing.add(file + " cites " + page);
    } else if (citation.group(2) != null) {
      Set<String> sections = sections(page);
      Stream.of(citation.group(2).split("–"))
          .map(section -> section.strip().replaceAll("\\.$", ""))
          .filter(section -> sections.stream().noneMatch(s -> isNamed(s, section)))
          .forEach(section -> missing.add(file + " cites " + page + " §" + section));
    }
  }

  private static boolean isNamed(String section, String cited) {
    return section.equals(cited) || section.startsWith(cited + " ");
  }

  /** Numbers and titles, in lower case. */
  private static Set<String> sections(Path page) throws IOException {
    Set<String> sections = new TreeSet<>();
    for (MatchResult heading : HEADING.matcher(Files.readString(page)).results().toList()) {
      sections.add(heading.group(2).toLowerCase(Locale.ROOT));
      if (heading.group(1) != null) {
        sections.add(heading.group(1));
      }
    }
    return sections;
  }

  @Test
  void everyLinkLeadsToAFileOrAHeading() throws IOException {
    List<String> broken = new ArrayList<>();
    List<Path> pages = new ArrayList<>(files(DOCS, ".md"));
    pages.add(README);
    for (Path page : pages) {
      for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
        if (!link.group(1).startsWith("https:") && !leadsSomewhere(page, link)) {
          broken.add(page + " links to " + link.group());
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean leadsSomewhere(Path page, MatchResult link) throws IOException {
    Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
    return Files.exists(target)
        && (link.group(2) == null
            || sections(target).stream().map(DocsTest::anchor).anyMatch(link.group(2)::equals));
  }

  private static String anchor(String heading) {
    return heading.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
  }

  @Test
  void theReadmeNamesEveryCommand() throws IOException {
    TestWorld world = TestWorld.in(folder);
    CommandLines.run(world.world(), "sealconf", List.of("help"));

    assertThat(rows(README, "## Commands", "\\| `([a-z]+)` \\|.*"))
        .containsExactlyElementsOf(
            world
                .out()
                .lines()
                .filter(l -> l.matches("  [a-z]+ +[A-Z].*"))
                .map(DocsTest::word)
                .toList());
  }

  private static String word(String line) {
    return line.strip().split(" ")[0];
  }

  @Test
  void theReadmeHasAtMost200Lines() throws IOException {
    assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(200);
  }

  @Test
  void theReadmeAndTheTableOfContentsLinkToEveryPage() throws IOException {
    List<Path> pages = new ArrayList<>(files(DOCS, ".md"));
    pages.remove(CONTENTS);
    assertThat(pages).hasSizeGreaterThan(20);
    assertThat(linkedFrom(README)).containsAll(pages);
    assertThat(linkedFrom(CONTENTS)).containsAll(pages).contains(README);
  }

  private static Set<Path> linkedFrom(Path page) throws IOException {
    return LINK.matcher(Files.readString(page))
        .results()
        .map(link -> page.resolveSibling(link.group(1)).normalize())
        .collect(Collectors.toSet());
  }

  @Test
  void everyPageStartsWithItsTitle() throws IOException {
    for (Path page : files(DOCS, ".md")) {
      assertThat(Files.readAllLines(page).get(0)).as("%s", page).startsWith("# ");
    }
  }

  @Test
  void everyExitCodeIsExplained() throws IOException {
    assertThat(rows(DOCS.resolve("compatibility.md"), "## Exit codes", "\\| (\\d+) \\|.*"))
        .containsExactlyElementsOf(
            Stream.of(ExitCode.values()).map(code -> "" + code.number()).toList());
  }

  @Test
  void everyVariableIsExplained() throws IOException {
    Set<String> read = new TreeSet<>();
    for (Path file : files(Path.of("src/main"), ".java", "sealconf", "make-archive")) {
      VARIABLE.matcher(Files.readString(file)).results().forEach(v -> read.add(v.group(1)));
    }
    Set<String> explained = new TreeSet<>();
    String page = Files.readString(DOCS.resolve("compatibility.md"));
    VARIABLE.matcher(page).results().forEach(v -> explained.add(v.group(1)));
    read.add("SOPS_DISABLE_VERSION_CHECK");

    assertThat(explained).isEqualTo(read);
  }

  @Test
  void theLimitsOnThePageAreThoseInTheCode() throws IOException {
    assertThat(rows(DOCS.resolve("security.md"), "## Limits", "\\| [a-z].* \\| (.*) \\|"))
        .startsWith(
            (Limits.FILE_BYTES >> 20) + " MiB",
            (SafeFile.MAX_BYTES >> 20) + " MiB",
            (Limits.SCALAR_BYTES >> 20) + " MiB",
            Limits.DEPTH + " levels",
            String.format(Locale.ROOT, "%,d", Limits.LEAVES));
  }

  /** What a pattern's first group finds in the lines below a heading. */
  private static List<String> rows(Path page, String heading, String pattern) throws IOException {
    Pattern row = Pattern.compile(pattern);
    return Files.readAllLines(page).stream()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("#"))
        .map(row::matcher)
        .filter(Matcher::matches)
        .map(match -> match.group(1))
        .toList();
  }

  private static List<Path> files(Path root, String... endings) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    }
  }
}
