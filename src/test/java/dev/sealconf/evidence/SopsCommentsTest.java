package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comments of YAML files go between real SOPS and this program and stay readable for both. */
class SopsCommentsTest {
  private static final Pattern COMMENT = Pattern.compile("# ?note\\w*");

  private static final List<String> FILES =
      List.of(
          "x: &d {a: 1}\ny: *d # note\n",
          "svc: &d\n  a: 1\nweb:\n  b: 2\n  <<: *d # note\n",
          "y: &a {k: v}\nc: *a # note\nd: 1\n",
          "y: &a [1, 2]\nc: *a # note\nd: 1\n",
          "y: &a v\nc: *a # note\nd: 1\n",
          "l:\n  - &a {k: v}\n  - *a # note\n  # note2\n  - *a\nd: 1\n",
          "m:\n  y: &a {k: v}\n  # note\n  c: *a\nd: 1\n",
          "a: [] # note\nb: 1\n",
          "a:\n  # note\n  []\nb: 1\n",
          "x:\n  a: [] # note\nb: 1\n",
          "a:\n  k: {} # note\n  l: 1\nb: 1\n");

  @TempDir Path folder;

  @Test
  void sopsReadsCommentsThatWeSeal() {
    Sops sops = new Sops(Peers.SOPS_3_13, folder);
    InParallel.each(
        FILES,
        text -> {
          byte[] ours = Bench.seeded(1).encrypt(sample(text), Rule.DEFAULT);
          Sops.Result opened = sops.decrypt(ours, "yaml", "yaml");
          assertThat(opened.err()).doesNotContain("possibly unencrypted comment");
          byte[] touched = sops.set(ours, "yaml", "[\"b\"]", "1");
          String again = sops.decrypt(touched, "yaml", "yaml").text();
          assertThat(again).doesNotContain("ENC[");
          if (!text.contains("{} #")) { // one that SOPS loses in its own files too
            assertThat(comments(again)).containsAll(comments(text));
          }
        });
  }

  @Test
  void weReadCommentsThatSopsSeals() {
    Sops sops = new Sops(Peers.SOPS_3_13, folder);
    InParallel.each(
        FILES,
        text -> {
          Bench bench = Bench.seeded(1);
          Sample sample = sample(text);
          byte[] theirs = sops.encrypt(sample, Rule.DEFAULT).expectOk("sops encrypt");
          byte[] plain = bench.decrypt(theirs, sample.documentFormat());
          assertThat(comments(new String(plain, UTF_8))).containsAll(comments(text));
          assertThat(Values.of(plain, sample)).isEqualTo(Values.of(sample.bytes(), sample));
          byte[] rotated = bench.rotate(theirs, sample.documentFormat());
          byte[] opened = sops.decrypt(rotated, "yaml", "yaml").expectOk("sops on our rotation");
          assertThat(Values.of(opened, sample)).isEqualTo(Values.of(sample.bytes(), sample));
        });
  }

  private static Sample sample(String text) {
    return new Sample("YAML " + text, "yaml", text.getBytes(UTF_8));
  }

  private static List<String> comments(String text) {
    return COMMENT.matcher(text).results().map(match -> match.group()).toList();
  }
}
