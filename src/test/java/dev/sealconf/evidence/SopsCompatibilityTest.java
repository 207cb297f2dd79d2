package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.evidence.Corpus.Case;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both directions against real SOPS, over the corpus and over random documents. */
class SopsCompatibilityTest {
  private static final int RANDOM_FILES = 40;

  /**
   * Comments that stand in another place in what SOPS prints of our file than in what it prints of
   * its own.
   */
  private static final Set<String> COMMENTS_ELSEWHERE =
      Set.of("ini/comments-on-section-line.ini", "yaml/alias-with-comments-inside.yaml");

  /** What SOPS prints as {@code null} once it was set: {@code docs/compatibility.md}. */
  private static final Set<String> LOST_BY_SOPS = Set.of("yaml/leading-tab-and-newline.yaml");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"SOPS_3_11", "SOPS_3_13"})
  void sopsOpensWhatWeEncrypt(Peers peer) {
    Sops reader = new Sops(peer, folder);
    Sops newest = new Sops(Peers.SOPS_3_13, folder.resolve("newest"));
    InParallel.each(
        Corpus.cases(),
        one -> {
          boolean asText = !COMMENTS_ELSEWHERE.contains(one.sample().name());
          opensAsThatOfSops(reader, newest, one, asText);
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"SOPS_3_11", "SOPS_3_13"})
  void weOpenWhatSopsEncrypts(Peers peer) {
    Sops sops = new Sops(peer, folder);
    InParallel.each(Corpus.cases(), one -> isOpenedByUs(sops, one));
  }

  @ParameterizedTest
  @EnumSource(names = {"SOPS_3_11", "SOPS_3_13"})
  void eachOpensWhatTheOtherSet(Peers peer) {
    Sops sops = new Sops(peer, folder);
    InParallel.each(Corpus.cases(), one -> setsTheSame(sops, one));
  }

  @ParameterizedTest
  @EnumSource(names = {"SOPS_3_11", "SOPS_3_13"})
  void sopsOpensWhatItWouldNotHaveEncrypted(Peers peer) {
    Sops sops = new Sops(peer, folder);
    InParallel.each(
        Corpus.samples("beyond"),
        sample -> {
          byte[] sealed = Bench.seeded(1).encrypt(sample, Rule.DEFAULT);
          sops.decrypt(sealed, sample.format(), sample.format()).expectOk("sops on ours");
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"SOPS_3_11", "SOPS_3_13"})
  void eachOpensTheOthersRandomDocuments(Peers peer) {
    Sops sops = new Sops(peer, folder);
    Sops newest = new Sops(Peers.SOPS_3_13, folder.resolve("newest"));
    List<Case> cases =
        IntStream.range(0, RANDOM_FILES)
            .boxed()
            .flatMap(seed -> RandomDocuments.ofEveryFormat(seed).stream())
            .filter(sample -> !sample.format().equals("properties")) // see PropertiesSopsTest
            .map(sample -> new Case(sample, Corpus.ruleFor(sample)))
            .filter(one -> sopsIsConsistent(newest, one))
            .toList();
    assertThat(cases).hasSizeGreaterThan(RANDOM_FILES * 4);
    InParallel.each(
        cases,
        one -> {
          opensAsThatOfSops(sops, newest, one, false);
          isOpenedByUs(sops, one);
        });
  }

  /**
   * SOPS can't read a few things that it writes, such as a clear {@code -0.0}, or a block in a list
   * that begins with a blank.
   */
  private static boolean sopsIsConsistent(Sops sops, Case one) {
    String format = one.sample().format();
    Sops.Result sealed = sops.encrypt(one.sample(), one.rule());
    Sops.Result opened = sops.decrypt(sealed.out(), format, format);
    Sample again = new Sample("again", format, opened.out());
    return sealed.exit() == 0 && opened.exit() == 0 && sops.encrypt(again, one.rule()).exit() == 0;
  }

  /**
   * The reader makes the same of our file as of that of SOPS 3.13.3. It may be an older one, to
   * which a few of those are foreign: clear integers of JSON that are no floats.
   *
   * @param asText whether it prints the same bytes; else the same values
   */
  private static void opensAsThatOfSops(Sops reader, Sops newest, Case one, boolean asText) {
    String format = one.sample().format();
    byte[] theirs = newest.encrypt(one.sample(), one.rule()).expectOk("sops encrypt");
    byte[] ours = Bench.seeded(1).encrypt(one.sample(), one.rule());
    String form = asText ? format : "json";
    Sops.Result expected = reader.decrypt(theirs, format, form);
    Sops.Result opened = reader.decrypt(ours, format, form);
    assertThat(opened.exit()).as(opened.err()).isEqualTo(expected.exit());
    assertThat(opened.text()).as("as %s", form).isEqualTo(expected.text());
  }

  private static void isOpenedByUs(Sops sops, Case one) {
    Sample sample = one.sample();
    byte[] theirs = sops.encrypt(sample, one.rule()).expectOk("sops encrypt");
    byte[] expected =
        sops.decrypt(theirs, sample.format(), sample.format()).expectOk("sops on its own");
    byte[] opened = Bench.seeded(1).decrypt(theirs, sample.documentFormat());
    if (!LOST_BY_SOPS.contains(sample.name())) {
      assertThat(values(opened, sample)).isEqualTo(values(expected, sample));
    }
  }

  /**
   * To SOPS an alias is a copy that keeps its value, and a comment is an item that an index counts.
   */
  private static boolean meansAnotherPlace(Sample sample, TreePath path) {
    boolean comments =
        sample.format().equals("yaml") && new String(sample.bytes(), UTF_8).contains("#");
    boolean index = path.steps().stream().anyMatch(TreePath.Index.class::isInstance);
    return Values.haveAliases(sample) || comments && index;
  }

  private static void setsTheSame(Sops sops, Case one) {
    Sample sample = one.sample();
    Optional<TreePath> path = Values.settable(sample);
    if (path.isEmpty()) {
      return;
    }
    String format = sample.format();
    String json = "\"a new: value # é🔑\\nin two lines\"";
    Bench bench = Bench.seeded(1);
    byte[] sealed = bench.encrypt(sample, one.rule());
    byte[] ours = bench.set(sealed, sample.documentFormat(), path.get(), json);
    byte[] theirs = sops.set(sealed, format, path.get().toString(), json);
    byte[] expected = sops.decrypt(theirs, format, format).expectOk("sops on its own set");
    byte[] opened = sops.decrypt(ours, format, format).expectOk("sops on our set");
    byte[] back = bench.decrypt(theirs, sample.documentFormat());
    if (!LOST_BY_SOPS.contains(sample.name())) {
      assertThat(values(back, sample)).isEqualTo(values(expected, sample));
      if (!meansAnotherPlace(sample, path.get())) {
        assertThat(values(opened, sample)).isEqualTo(values(expected, sample));
      }
    }
  }

  /** The values of a file; SOPS prints a negative zero as {@code -0}, which is read as integer. */
  private static String values(byte[] file, Sample like) {
    return Values.of(file, like).replace(" = real -0.0\n", " = int 0\n");
  }
}
