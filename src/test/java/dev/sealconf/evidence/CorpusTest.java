package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.envelope.selection.Selection;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorpusTest {
  @Test
  void hasHundredsOfFilesOfEveryFormat() {
    assertThat(Corpus.samples()).hasSizeGreaterThan(350);
    assertThat(Corpus.samples().stream().map(Sample::format).distinct())
        .containsExactlyInAnyOrder("yaml", "json", "dotenv", "ini", "binary");
  }

  @Test
  void coversEveryKindOfRule() {
    List<Rule> rules = Corpus.cases().stream().map(Corpus.Case::rule).distinct().toList();
    assertThat(rules.stream().map(rule -> rule.selection().kind()).distinct())
        .containsExactlyInAnyOrder(Selection.Kind.values());
    assertThat(rules.stream().filter(Rule::macOnly).map(rule -> rule.selection().kind()).distinct())
        .hasSize(6);
  }

  @Test
  void everyRuleHasAFile() {
    long lines = Corpus.table(Corpus.ROOT.resolve("rules.tsv")).size();
    assertThat(Corpus.rules()).hasSizeLessThanOrEqualTo((int) lines + 1);
    for (String[] line : Corpus.table(Corpus.ROOT.resolve("rules.tsv"))) {
      var matcher = Path.of("").getFileSystem().getPathMatcher("glob:" + line[0]);
      assertThat(Corpus.samples().stream().filter(s -> matcher.matches(Path.of(s.name()))))
          .as(line[0])
          .isNotEmpty();
    }
  }

  @Test
  void everyRefusedFileHasAnExpectation() {
    assertThat(Corpus.table(Corpus.ROOT.resolve("refused/expected.tsv")))
        .extracting(line -> "refused/" + line[0])
        .containsExactlyInAnyOrderElementsOf(
            Corpus.samples("refused").stream().map(Sample::name).toList());
  }

  @Test
  void noFileIsADuplicate() {
    List<Sample> samples = Corpus.samples();
    assertThat(samples)
        .usingElementComparator(
            Comparator.comparing(Sample::format).thenComparing(Sample::bytes, Arrays::compare))
        .doesNotHaveDuplicates();
    assertThat(samples).allSatisfy(s -> assertThat(Corpus.ROOT.resolve(s.name())).exists());
  }
}
