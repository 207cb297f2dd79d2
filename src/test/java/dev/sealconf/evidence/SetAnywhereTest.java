package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.tree.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A value that is set is that value afterwards, and all others are what they were. */
class SetAnywhereTest {
  private static final int RANDOM_SEEDS = 150;

  private static final List<String> STRINGS =
      List.of(
          "\"x\\ny\"", "\"x\\ny\\n\\n\"", "\"\\n\"", "\" x\\ny\\n\"", "\"# no: comment \"", "\"\"");

  private static final List<String> STRUCTURES =
      List.of("{\"k\": \"x\\ny\", \"l\": [1, null]}", "[\"x\\ny\\n\", {\"k\": true}]", "{}", "12");

  private record Edit(Sample sample, TreePath path, String json) {
    @Override
    public String toString() {
      return sample + " at " + path + " = " + json;
    }
  }

  @Test
  void aSetValueReadsBackAndTheOthersStay() {
    List<Edit> edits = new ArrayList<>();
    Stream<Sample> random =
        LongStream.range(0, RANDOM_SEEDS)
            .boxed()
            .flatMap(seed -> RandomDocuments.ofEveryFormat(seed).stream());
    Stream.of(Corpus.samples().stream(), besides(), random)
        .flatMap(samples -> samples)
        .filter(sample -> !sample.format().equals("binary"))
        .forEach(sample -> edits.addAll(edits(sample)));
    assertThat(edits).hasSizeGreaterThan(4_000);
    InParallel.each(edits, SetAnywhereTest::holds);
  }

  /** What a block scalar in the place of a value would swallow. */
  private static Stream<Sample> besides() {
    return Stream.of(
            "a: 1\n      # far right\nb: 2\n",
            "a: 1\n\n\nb: 2\n",
            "a: 1   \nb: 2\n",
            "a: [1, 2] # c\nb: 2\n",
            "a: {x: 1} # c\nb: 2\n",
            "a: # c\nb: 2\n",
            "a:\n      # deep\nb: 2\n",
            "a:\n  - 1\n  - 2 # c\n    # d\nb: 1\n",
            "a:\n  b: 1 # c\n  # d\nc: 2\n",
            "a: 1",
            "a: 1\r\n\r\nb: 2\r\n",
            "a: |\n  x\n  # y\n\n\nb: 2\n",
            "a: 1\n    \nb: 2\n")
        .map(text -> new Sample("YAML " + text, "yaml", text.getBytes(UTF_8)));
  }

  private static List<Edit> edits(Sample sample) {
    boolean nests = sample.format().equals("yaml") || sample.format().equals("json");
    List<String> values = new ArrayList<>(STRINGS);
    values.addAll(nests ? STRUCTURES : List.of());
    return Values.settable(sample).stream()
        .flatMap(path -> values.stream().map(json -> new Edit(sample, path, json)))
        .toList();
  }

  private static void holds(Edit edit) {
    Sample sample = edit.sample();
    Bench bench = Bench.seeded(1);
    byte[] sealed = bench.encrypt(sample, Rule.DEFAULT);
    byte[] set = bench.set(sealed, sample.documentFormat(), edit.path(), edit.json());
    byte[] plain = bench.decrypt(set, sample.documentFormat());
    Sample wanted = new Sample("wanted", "json", ("{\"v\": " + edit.json() + "}").getBytes(UTF_8));
    TreePath v = TreePath.ROOT.then(new TreePath.Key("v"));
    assertThat(Values.at(plain, sample, edit.path()))
        .as(new String(plain, UTF_8))
        .isEqualTo(Values.at(wanted.bytes(), wanted, v));
    assertThat(Values.besides(plain, sample, edit.path()))
        .as(new String(plain, UTF_8))
        .isEqualTo(Values.besides(sample.bytes(), sample, edit.path()));
  }
}
