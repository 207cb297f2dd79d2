package dev.sealconf.document.format.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The places of comments in the tree against documents read by SOPS. */
class YamlCommentsTest {
  /** An alias may become its target in brackets, and a block may come before a marker. */
  @ParameterizedTest(name = "{1} for {2}")
  @CsvSource(
      delimiter = '~',
      value = {
        "l:N- &x {k: 1}N- m: 1N  # cN  # dN- *xN~*x~{k: 1}",
        "a: 1 # xN---N# cNNb: 2N~---~sops: {k: 1}N---",
      })
  void keepsCommentsInOneOrderWhenTheFileIsSealed(String plain, String part, String sealed) {
    String before = plain.replace("N", "\r\n");
    String after = plain.replace(part, sealed).replace("N", "\r\n");

    assertThat(show(read(after).branches())).isEqualTo(show(read(before).branches()));
  }

  private static Document read(String text) {
    return new YamlFormat().read(new SourceText("t.yaml", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String show(List<MapNode> branches) {
    return branches.stream().map(YamlCommentsTest::show).collect(Collectors.joining("\n"));
  }

  private static String show(Object member) {
    if (member instanceof Comment comment) {
      return (comment.inline() ? "~" : "#") + comment.text();
    }
    if (member instanceof Entry entry) {
      return entry.key() + ": " + show(entry.value());
    }
    Node node = ((Node) member).resolved();
    if (node instanceof MapNode map) {
      return map.members().stream().map(YamlCommentsTest::show).collect(joining("{", "}"));
    }
    if (node instanceof ListNode list) {
      return list.elements().stream().map(YamlCommentsTest::show).collect(joining("[", "]"));
    }
    Scalar scalar = ((Leaf) node).value();
    if (scalar instanceof Scalar.Text text) {
      return text.value().replace("\n", "\\n");
    }
    return scalar instanceof Scalar.Int number ? Long.toString(number.value()) : "null";
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joining(
      String open, String close) {
    return Collectors.joining(", ", open, close);
  }
}
