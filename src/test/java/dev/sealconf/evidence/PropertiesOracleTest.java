package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What Java reads from {@code .properties} files before they are encrypted, and afterward. */
class PropertiesOracleTest {
  private static final int SEEDS = 1_000;
  private static final String NEW_VALUE = " = a \"new\" value:\n\\u0041 é🔑 ";

  @Test
  void javaReadsTheSameAfterEveryOperation() {
    List<Integer> seeds = IntStream.range(0, SEEDS).boxed().toList();
    InParallel.each(seeds, seed -> staysTheSame(RandomProperties.file(seed), false));
    InParallel.each(seeds, seed -> staysTheSame(RandomProperties.latin1(seed), true));
  }

  private static void staysTheSame(byte[] plain, boolean latin1) {
    Sample sample = new Sample("random", "properties", plain);
    Bench bench = Bench.seeded(1);
    Properties was = byJava(plain, latin1);
    byte[] sealed = bench.encrypt(sample, Rule.DEFAULT);

    assertThat(bench.decrypt(sealed, sample.documentFormat())).isEqualTo(plain);
    byte[] reprinted = bench.reprint(sealed, sample.documentFormat());
    assertThat(byJava(reprinted, false)).as("printed").isEqualTo(was);
    String text = new String(sealed, StandardCharsets.ISO_8859_1);
    String bare = text.replaceFirst("sops_sealconf=v1\\S+(\r\n|\n)", "");
    assertThat(bare).isNotEqualTo(text);
    byte[] unsealed = bare.getBytes(StandardCharsets.ISO_8859_1);
    byte[] ordinary = bench.decrypt(unsealed, sample.documentFormat());
    assertThat(byJava(ordinary, latin1)).as("without a seal").isEqualTo(was);

    for (String key : List.of("first", "a new.key")) {
      TreePath path = TreePath.ROOT.then(new TreePath.Key(key));
      String json = "\" = a \\\"new\\\" value:\\n\\\\u0041 é🔑 \"";
      byte[] set = bench.set(sealed, sample.documentFormat(), path, json);
      byte[] changed = bench.decrypt(set, sample.documentFormat());
      Properties expected = (Properties) was.clone();
      expected.setProperty(key, NEW_VALUE);
      assertThat(byJava(changed, latin1)).as("set").isEqualTo(expected);
    }
  }

  /** Java takes a byte order mark for a part of the first key, which no one means. */
  private static Properties byJava(byte[] file, boolean latin1) {
    Properties read = new Properties();
    try {
      if (latin1) {
        read.load(new ByteArrayInputStream(file));
      } else {
        read.load(
            new StringReader(new String(file, StandardCharsets.UTF_8).replaceFirst("^\ufeff", "")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }
}
