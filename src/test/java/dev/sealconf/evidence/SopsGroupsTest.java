package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.keys.KeyGroup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Key groups both ways against real SOPS, in every format: split, added, deleted, updated. */
class SopsGroupsTest {
  private static final List<String> THREE =
      List.of(TestKeys.OTHERS.get(0), TestKeys.RECIPIENT, TestKeys.OTHERS.get(1));
  private static final List<String> THREE_MORE =
      List.of(TestKeys.SECOND, TestKeys.OTHERS.get(2), TestKeys.OTHERS.get(0));
  private static final String FIRST_IDENTITY =
      TestKeys.IDENTITIES.lines().findFirst().orElseThrow();

  @TempDir Path folder;

  /** A version of SOPS, and a file of each format. */
  record Pair(Peers peer, Sample sample) {
    @Override
    public String toString() {
      return peer + " " + sample;
    }

    DocumentFormat format() {
      return sample.documentFormat();
    }
  }

  static Stream<Pair> pairs() {
    List<Sample> samples =
        List.of(
            sample("yaml", "# about a\na: one # inline\nb: [1, two]\n"),
            sample("json", "{\"a\": \"one\", \"b\": [true]}\n"),
            sample("dotenv", "# about A\nA=one\n"),
            sample("ini", "[s]\na = one\n"),
            sample("binary", "any bytes\n"));
    return Stream.of(Peers.SOPS_3_11, Peers.SOPS_3_13)
        .flatMap(peer -> samples.stream().map(sample -> new Pair(peer, sample)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void bothOfTwoGroupsAreNeeded(Pair pair) {
    Sops sops = new Sops(pair.peer(), folder);
    byte[] ours = oursInTwoGroups(pair);
    isOpenedBy(sops, pair, ours);
    assertThat(exit(sops.withIdentities(FIRST_IDENTITY), pair, ours)).isEqualTo(128);

    byte[] theirs = theirsInTwoGroups(sops, pair);
    isOpenedByUs(pair, theirs);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void eachAddsAGroupToTheFileOfTheOther(Pair pair) {
    Sops sops = new Sops(pair.peer(), folder);
    List<String> command = new ArrayList<>(List.of("groups", "add", "-i"));
    TestKeys.OTHERS.forEach(recipient -> command.addAll(List.of("--age", recipient)));
    command.add("-f");
    byte[] theirs = sops.changed(oursInTwoGroups(pair), pair.sample().format(), command);
    isOpenedByUs(pair, theirs);
    isOpenedBy(sops, pair, theirs);

    byte[] ours =
        bench()
            .addGroup(
                theirsInTwoGroups(sops, pair), pair.format(), Bench.group(TestKeys.OTHERS), 0);
    isOpenedBy(sops, pair, ours);
    isOpenedByUs(pair, ours);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void eachDeletesAGroupOfTheFileOfTheOther(Pair pair) {
    Sops sops = new Sops(pair.peer(), folder);
    List<String> command =
        List.of("groups", "delete", "-i", "--shamir-secret-sharing-threshold", "1", "1", "-f");
    byte[] theirs = sops.changed(oursInTwoGroups(pair), pair.sample().format(), command);
    isOpenedByUs(pair, theirs);

    byte[] ours = bench().deleteGroup(theirsInTwoGroups(sops, pair), pair.format(), 1, 1);
    assertThat(exit(sops.withIdentities(FIRST_IDENTITY), pair, ours)).isZero();
    isOpenedBy(sops, pair, ours);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void eachUpdatesTheKeysOfTheOther(Pair pair) {
    Sops sops = new Sops(pair.peer(), folder);
    String config = sops.config(rule(THREE, THREE_MORE) + "    shamir_threshold: 2\n").toString();
    List<String> command = List.of("--config", config, "updatekeys", "-y");
    byte[] one = bench().encrypt(pair.sample(), Corpus.ruleFor(pair.sample()));
    byte[] theirs = sops.changed(one, pair.sample().format(), command);
    isOpenedByUs(pair, theirs);

    byte[] theirOne =
        sops.encrypt(pair.sample(), Corpus.ruleFor(pair.sample())).expectOk("encrypt");
    byte[] ours = bench().updateKeys(theirOne, pair.format(), inTwoGroups(), 2);
    isOpenedBy(sops, pair, ours);
    assertThat(exit(sops.withIdentities(FIRST_IDENTITY), pair, ours)).isEqualTo(128);
    assertThat(sops.changed(ours, pair.sample().format(), command))
        .as("SOPS finds nothing left to change")
        .isEqualTo(ours);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void sopsAppliesAThresholdThatWeChanged(Pair pair) {
    Sops sops = new Sops(pair.peer(), folder);
    List<KeyGroup> groups =
        Stream.of(List.of(TestKeys.RECIPIENT), List.of(TestKeys.SECOND), TestKeys.OTHERS)
            .map(Bench::group)
            .toList();
    byte[] all = bench().encrypt(pair.sample(), Corpus.ruleFor(pair.sample()), groups, 3);
    assertThat(exit(sops, pair, all)).isEqualTo(128);
    assertThat(Outcome.of(() -> bench().updateKeys(all, pair.format(), groups, 2)).exit())
        .as("nobody changes what he can't open")
        .isEqualTo(128);

    byte[] two = bench().encrypt(pair.sample(), Corpus.ruleFor(pair.sample()), groups, 2);
    isOpenedBy(sops, pair, two);
    byte[] raised = bench().updateKeys(two, pair.format(), groups, 3);
    assertThat(exit(sops, pair, raised)).isEqualTo(128);
    assertThat(SealedText.of(raised).tokens())
        .as("two groups know the old data key")
        .doesNotContainAnyElementsOf(SealedText.of(two).tokens());
  }

  private static byte[] oursInTwoGroups(Pair pair) {
    Rule rule = Corpus.ruleFor(pair.sample());
    return bench().encrypt(pair.sample(), rule, inTwoGroups(), 2);
  }

  private static byte[] theirsInTwoGroups(Sops sops, Pair pair) {
    String config = sops.config(rule(THREE, THREE_MORE) + "    shamir_threshold: 2\n").toString();
    return sops.changed(
        pair.sample().bytes(),
        pair.sample().format(),
        List.of("--config", config, "encrypt", "-i"));
  }

  private static String rule(List<String> one, List<String> other) {
    return "creation_rules:\n  - key_groups:\n      - age: "
        + one
        + "\n      - age: "
        + other
        + "\n";
  }

  private static List<KeyGroup> inTwoGroups() {
    return List.of(Bench.group(THREE), Bench.group(THREE_MORE));
  }

  private static void isOpenedBy(Sops sops, Pair pair, byte[] sealed) {
    String format = pair.sample().format();
    byte[] opened = sops.decrypt(sealed, format, format).expectOk("sops decrypt");
    assertThat(Values.of(opened, pair.sample()))
        .isEqualTo(Values.of(pair.sample().bytes(), pair.sample()));
  }

  private static void isOpenedByUs(Pair pair, byte[] sealed) {
    byte[] opened = bench().decrypt(sealed, pair.format());
    assertThat(Values.of(opened, pair.sample()))
        .isEqualTo(Values.of(pair.sample().bytes(), pair.sample()));
  }

  private static int exit(Sops sops, Pair pair, byte[] sealed) {
    return sops.decrypt(sealed, pair.sample().format(), pair.sample().format()).exit();
  }

  private static Bench bench() {
    return Bench.seeded(1);
  }

  private static Sample sample(String format, String text) {
    return new Sample(format, format, text.getBytes(UTF_8));
  }
}
