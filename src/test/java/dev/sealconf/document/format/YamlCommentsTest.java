package dev.sealconf.document.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.Comment;
import dev.sealconf.document.Document;
import dev.sealconf.document.Entry;
import dev.sealconf.document.Leaf;
import dev.sealconf.document.ListNode;
import dev.sealconf.document.MapNode;
import dev.sealconf.document.Node;
import dev.sealconf.document.Scalar;
import dev.sealconf.document.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The places of comments in the tree against documents read by SOPS. */
class YamlCommentsTest {
  private static final Path CASES = Path.of("testdata/yaml/comments.txt");

  record Case(String name, String document, String tree) {
    static Case of(String text) {
      int name = text.indexOf('\n');
      int tree = text.indexOf("\n->\n");
      return new Case(
          text.substring(0, name),
          text.substring(name + 1, tree + 1),
          text.substring(tree + 4).stripTrailing());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() throws IOException {
    return Arrays.stream(Files.readString(CASES).split("(?m)^== ")).skip(1).map(Case::of);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void placesCommentsAsSopsDoes(Case example) {
    String tree =
        read(example.document()).branches().stream()
            .map(YamlCommentsTest::show)
            .collect(Collectors.joining("\n"));

    assertThat(tree).isEqualTo(example.tree());
  }

  @Test
  void keepsCommentsThatSopsDropsWithinTheirCollection() {
    Document document = read("k: [ # dropped\n  1]\nl: 2\n");

    assertThat(show(document.branches().get(0))).isEqualTo("{k: [1, # dropped], l: 2}");
  }

  @Test
  void placesClosingCommentsAsIfMetadataFollowed() {
    String plain = "k:\n  - a\n\n  # b\n";
    Document sealed = read(plain + "sops:\n    version: 3.13.3\n");

    assertThat(show(read(plain).branches().get(0))).isEqualTo(show(sealed.branches().get(0)));
  }

  private static Document read(String text) {
    return new YamlFormat().read(new SourceText("t.yaml", text.getBytes(StandardCharsets.UTF_8)));
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
