package dev.sealconf.exec.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Member;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.exec.variable.Variable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text that the library stores in an ENV file is the same for all programs that read the file. */
class EnvFileReadersTest {
  private static final long SEED = 20261128;
  private static final int VALUES = 10_000;

  private final DocumentFormat format = new DocumentFormats().named("dotenv");
  private final Map<String, String> expected = new HashMap<>();
  private final List<Member> lines = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void allReadersGetTheTextBack() throws Exception {
    for (Variable variable : new RandomValues(SEED, false).next(VALUES)) {
      add(variable.name(), variable.text().orElseThrow());
    }
    Random random = new Random(SEED);
    for (int i = VALUES; i < 2 * VALUES; i++) {
      add("V_" + i, password(random));
    }
    assertThat(expected).hasSizeGreaterThan(VALUES);
    byte[] file = format.print(List.of(MapNode.of(lines)), Optional.empty(), Indent.DEFAULT);
    Path path = Files.write(folder.resolve("a.env"), file);

    Map<String, Readers.Reader> readers = Readers.of(new DotenvNotation());
    for (String reader : List.of("python-dotenv", "dotenv")) {
      assertThat(different(readers.get(reader).read(path))).as(reader).isEmpty();
    }
    assertThat(different(ours(file))).isEmpty();
  }

  /** The values that a reader doesn't get as they were stored. */
  private List<String> different(Map<String, String> read) {
    List<String> different = new ArrayList<>();
    expected.forEach(
        (name, value) -> {
          if (!value.equals(read.get(name))) {
            different.add(name + "=" + value + " is read as " + read.get(name));
          }
        });
    return different;
  }

  /** Printable ASCII, as password generators make it. */
  private static String password(Random random) {
    StringBuilder text = new StringBuilder();
    random.ints(1 + random.nextInt(24), ' ', 0x7F).forEach(text::appendCodePoint);
    return text.toString();
  }

  /** Leaves out what python-dotenv replaces, and what is a line break in every ENV file. */
  private void add(String name, String text) {
    if (text.contains("${") || text.contains("\\n")) {
      return;
    }
    try {
      lines.add(Entry.of(name, Leaf.of(new Scalar.Text(format.textOfVariable(text)))));
      expected.put(name, Readers.asBytes(text));
    } catch (OutputFailure.NotRepresentable refused) {
      assertThat(text).containsPattern("['\"\\\\\r\n]");
    }
  }

  private Map<String, String> ours(byte[] file) {
    Map<String, String> values = new HashMap<>();
    for (Entry entry : format.read(new SourceText("a.env", file)).branches().get(0).entries()) {
      String stored = ((Scalar.Text) ((Leaf) entry.value()).value()).value();
      values.put(entry.key(), Readers.asBytes(format.variableText(stored)));
    }
    assertThat(new String(file, StandardCharsets.UTF_8)).contains("=\"", "='");
    return values;
  }
}
