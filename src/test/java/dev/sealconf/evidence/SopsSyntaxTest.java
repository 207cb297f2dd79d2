package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sealed opens in real SOPS with the values that SOPS reads from the plain file. */
class SopsSyntaxTest {
  private static final int MUTANTS = 50;

  /** What a mutant gets: indicators, properties, blanks and line breaks of every kind. */
  private static final List<String> BITS =
      List.of(
          "\t",
          " ",
          ":",
          "?",
          "-",
          "&a ",
          "*a",
          "!t ",
          "!!str ",
          "#",
          "\n",
          "\r",
          "\u0085",
          "\u2028",
          "\u2029",
          "{",
          "}",
          "[",
          "]",
          ",",
          "|\n",
          ">+\n",
          "'",
          "\"",
          "\\/",
          "%",
          "@",
          "---\n",
          "<<: ",
          "&an:x ",
          "&\u00e4 ",
          "~",
          "-0.0",
          " # c\n",
          "\ufeff",
          "\u007f");

  @TempDir Path folder;

  @Test
  void opensInSopsWithTheSameValues() throws IOException {
    Sops sops = new Sops(Peers.SOPS_3_13, folder);
    List<Sample> taken = new ArrayList<>();
    for (Sample sample : samples()) {
      if (isTaken(sample)) {
        taken.add(sample);
      }
    }
    assertThat(taken).hasSizeGreaterThan(80);
    InParallel.each(taken, sample -> opens(sops, sample));
  }

  private static List<Sample> samples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("testdata/yaml/syntax.txt"))) {
      if (!line.startsWith("# One file")) {
        samples.add(new Sample(line, "yaml", unescaped(line).getBytes(UTF_8)));
      }
    }
    for (int seed = 0; seed < MUTANTS; seed++) {
      samples.add(mutant(seed));
    }
    return samples;
  }

  private static Sample mutant(int seed) {
    Random random = new Random(seed);
    String text = new String(RandomYaml.document(seed), UTF_8);
    text = text.substring(0, text.lastIndexOf('\n', 400) + 1);
    int at = random.nextInt(text.length() + 1);
    String bit = BITS.get(random.nextInt(BITS.size()));
    byte[] mutant = (text.substring(0, at) + bit + text.substring(at)).getBytes(UTF_8);
    return new Sample("mutant " + seed, "yaml", mutant);
  }

  private static String unescaped(String line) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c != '\\') {
        text.append(c);
      } else if (line.charAt(++i) == 'u') {
        text.append((char) Integer.parseInt(line.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        char kind = line.charAt(i);
        text.append(kind == 'n' ? '\n' : kind == 'r' ? '\r' : kind == 't' ? '\t' : kind);
      }
    }
    return text.toString();
  }

  private static boolean isTaken(Sample sample) {
    return Outcome.of(() -> Bench.seeded(1).encrypt(sample, Rule.DEFAULT)).exit() == 0;
  }

  private static void opens(Sops sops, Sample sample) {
    byte[] ours = Bench.seeded(1).encrypt(sample, Rule.DEFAULT);
    byte[] theirs = sops.encrypt(sample, Rule.DEFAULT).expectOk("sops takes the plain file");
    Sops.Result expected = sops.decrypt(theirs, "yaml", "json");
    Sops.Result opened = sops.decrypt(ours, "yaml", "json");
    if (expected.exit() == 0) { // SOPS can't read all that it writes
      assertThat(opened.text()).isEqualTo(expected.text());
    }
    if (opened.exit() != 0) { // JSON holds no NaN
      sops.decrypt(ours, "yaml", "yaml").expectOk("sops on ours");
    }
  }
}
