package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.Peers;
import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.OutputFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real SOPS and this program make the same values of one sealed file with the same edit. */
class SopsEditsTest {
  private static final int SEEDS = 80;

  private static final List<String> VALUES =
      List.of("\"new\"", "true", "null", "\"x\\ny\\n\"", "{\"p\": [1]}", "\"0755\"");

  @TempDir Path folder;

  private record Edit(Sample sample, TreePath path, Optional<String> json) {
    @Override
    public String toString() {
      return sample + (json.isPresent() ? ": set " : ": unset ") + path + " " + json.orElse("");
    }
  }

  @Test
  void bothMakeTheSameValues() {
    Sops sops = new Sops(Peers.SOPS_3_13, folder);
    List<Edit> edits = new ArrayList<>();
    IntStream.range(0, SEEDS).forEach(seed -> edit(seed).ifPresent(edits::add));
    assertThat(edits).hasSizeGreaterThan(SEEDS / 2);
    InParallel.each(edits, edit -> givesTheSame(sops, edit));
  }

  /** The command doesn't add quotes, whatever programs make of the line. */
  @Test
  void bothSetTheSameTextInAnEnvFile() {
    Sops sops = new Sops(Peers.SOPS_3_13, folder);
    Sample sample = new Sample("ENV", "dotenv", "PW=x\n".getBytes(UTF_8));
    Bench bench = Bench.seeded(1);
    byte[] sealed = bench.encrypt(sample, Rule.DEFAULT);
    List<String> values =
        List.of("abc #def", "'abc'", "#abc", " abc ", "`x`", "a\\n", "\\\"abc\\\"", "it's #1", "5");
    for (String value : values) {
      String json = '"' + value + '"';
      byte[] theirs = sops.set(sealed, "dotenv", "[\"PW\"]", json);
      byte[] ours =
          bench.set(
              sealed, sample.documentFormat(), TreePath.ROOT.then(new TreePath.Key("PW")), json);
      byte[] plain = bench.decrypt(ours, sample.documentFormat());
      assertThat(sops.decrypt(ours, "dotenv", "dotenv").text())
          .as(json)
          .isEqualTo(sops.decrypt(theirs, "dotenv", "dotenv").text())
          .isEqualTo(new String(plain, UTF_8));
    }
  }

  /** SOPS prints a backslash before an n, although it would read it as a line feed. */
  @Test
  void weOpenAValueOfAnEnvFileThatReadsBackAsAnother() {
    Sops sops = new Sops(Peers.SOPS_3_13, folder);
    Sample sample = new Sample("ENV", "dotenv", "PW=x\n# note\nB=2\n".getBytes(UTF_8));
    Bench bench = Bench.seeded(1);
    byte[] sealed = bench.encrypt(sample, Rule.DEFAULT);
    byte[] theirs = sops.set(sealed, "dotenv", "[\"PW\"]", "\"a\\\\nb\"");

    assertThat(bench.decrypt(theirs, sample.documentFormat()))
        .asString(UTF_8)
        .isEqualTo("PW=a\\nb\n# note\nB=2\n")
        .isEqualTo(sops.decrypt(theirs, "dotenv", "dotenv").text());
    TreePath other = TreePath.ROOT.then(new TreePath.Key("B"));
    assertThatThrownBy(() -> bench.set(theirs, sample.documentFormat(), other, "\"3\""))
        .isInstanceOf(OutputFailure.NotRepresentable.class)
        .hasMessageContaining("the value of 'PW' can't be kept");
  }

  /** An edit at a random place that a path of SOPS reaches: its indices count comments too. */
  private static Optional<Edit> edit(int seed) {
    byte[] text =
        new String(RandomYaml.document(seed), UTF_8).replace("\r\n", "\n").getBytes(UTF_8);

    Sample sample = new Sample("random YAML, seed " + seed, "yaml", text);
    if (Outcome.of(() -> Bench.seeded(1).encrypt(sample, Rule.DEFAULT)).exit() != 0) {
      return Optional.empty(); // SOPS refuses it too: SopsSyntaxTest
    }
    Document plain = sample.documentFormat().read(new SourceText(sample.name(), text));
    List<TreePath> paths = new ArrayList<>();
    places(plain.branches().get(0), TreePath.ROOT, paths);
    if (paths.isEmpty()) {
      return Optional.empty();
    }
    Random random = new Random(seed);
    TreePath path = paths.get(random.nextInt(paths.size()));
    String json = VALUES.get(random.nextInt(VALUES.size()));
    return Optional.of(
        new Edit(sample, path, random.nextInt(3) == 0 ? Optional.empty() : Optional.of(json)));
  }

  private static void places(Node node, TreePath path, List<TreePath> paths) {
    if (!path.steps().isEmpty()) {
      paths.add(path);
    }
    Node meant = node.resolved();
    if (meant instanceof MapNode map) {
      for (Entry entry : map.entries()) {
        if (entry.key().matches("[\\p{L}\\p{N}_ -]+")) {
          places(entry.value(), path.then(new TreePath.Key(entry.key())), paths);
        }
      }
    } else if (meant instanceof ListNode list) {
      for (int i = 0; i < list.elements().size(); i++) {
        Element element = list.elements().get(i);
        if (element instanceof Comment) {
          return;
        }
        places((Node) element, path.then(new TreePath.Index(i)), paths);
      }
    }
  }

  private static void givesTheSame(Sops sops, Edit edit) {
    Bench bench = Bench.seeded(1);
    byte[] sealed = bench.encrypt(edit.sample(), Rule.DEFAULT);
    String path = edit.path().toString();
    byte[] theirs =
        edit.json().isPresent()
            ? sops.set(sealed, "yaml", path, edit.json().get())
            : sops.unset(sealed, "yaml", path);
    Sops.Result expected = sops.decrypt(theirs, "yaml", "json");
    if (expected.exit() != 0) {
      return; // a few of its own edits SOPS can't read: a clear float that it prints as a whole
      // number
    }
    var format = edit.sample().documentFormat();
    byte[] ours =
        edit.json().isPresent()
            ? bench.set(sealed, format, edit.path(), edit.json().get())
            : bench.unset(sealed, format, edit.path());
    String opened = sops.decrypt(ours, "yaml", "json").text();
    assertThat(opened)
        .as(new String(bench.decrypt(ours, format), UTF_8))
        .isEqualTo(expected.text());
  }
}
