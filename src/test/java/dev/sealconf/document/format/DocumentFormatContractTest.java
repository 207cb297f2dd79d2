package dev.sealconf.document.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.SampleFile;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Splice;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every format must do, shown on its pairs under {@code testdata/splice}; each also with CRLF,
 * without a final newline, and with characters beyond 16 bits instead of the word "astral".
 */
class DocumentFormatContractTest {
  private static final String TOKEN =
      "ENC[AES256_GCM,data:8CvE/+aB,iv:tjchf/lmMpXDOA1tLE/N4oY9IqJIzfQ/7NlvQlDUtoA=,"
          + "tag:1aFCHIRp3j/VPNcCEsE95A==,type:str]";
  private static final MapNode METADATA =
      JsonValues.map(
          """
          {"age": [{"enc": "-----BEGIN\\nYQ==\\n-----END\\n", "recipient": "age1x"},
                   {"enc": "b", "recipient": "age1y"}],
           "lastmodified": "2026-01-02T03:04:05Z", "mac": "ENC[AES256_GCM,data:x=,type:str]",
           "unencrypted_suffix": "_unencrypted", "version": "3.13.3"}\
          """);
  private static final MapNode LATER_METADATA =
      JsonValues.map(
          """
          {"age": [{"enc": "b", "recipient": "age1y"}], "lastmodified": "2027-01-02T03:04:05Z",
           "mac": "ENC[AES256_GCM,data:y=,type:str]", "mac_only_encrypted": true,
           "pgp": [{"created_at": "2027-01-02T03:04:05Z", "enc": "c", "fp": "F"}],
           "version": "3.13.3"}\
          """);

  static Stream<DocumentFormat> formatsWithSamples() {
    return new DocumentFormats().all().stream().filter(format -> format.sample().isPresent());
  }

  @ParameterizedTest
  @MethodSource("formatsWithSamples")
  void itsSampleIsAPlainFileOfTheFormat(DocumentFormat format) {
    SampleFile sample = format.sample().orElseThrow();
    byte[] content = sample.text(3).getBytes(StandardCharsets.UTF_8);
    assertThat(new DocumentFormats().forFile(sample.name(), content).name())
        .isEqualTo(format.name());
    Document document = format.read(new SourceText(sample.name(), content));
    assertThat(document.metadata()).isEmpty();
    assertThat(document.branches().get(0).entries()).isNotEmpty();
  }

  static Stream<SplicePair> pairs() {
    return new DocumentFormats()
        .all().stream()
            .flatMap(format -> SplicePair.of(format).stream())
            .flatMap(DocumentFormatContractTest::variants);
  }

  /** The pair and its variants; those that say something else in its format are left out. */
  private static Stream<SplicePair> variants(SplicePair pair) {
    Stream<SplicePair> layouts =
        Stream.of(
                pair.changed("with CRLF", text -> text.replace("\n", "\r\n")),
                pair.changed("without final newline", text -> text.replaceFirst("\\n\\z", "")))
            .filter(variant -> !variant.input().equals(pair.input()))
            .filter(variant -> saysTheSame(variant, pair));
    SplicePair astral = pair.changed("with astral characters", t -> t.replace("astral", "😀𝒳é"));
    return Stream.concat(Stream.of(pair, astral), layouts);
  }

  private static boolean saysTheSame(SplicePair variant, SplicePair pair) {
    try {
      return TreeText.of(variant.document()).equals(TreeText.of(pair.document()));
    } catch (SealconfException refused) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void changesNothingElse(SplicePair pair) {
    Document document = pair.document();

    assertThat(document.format().withoutMetadata(document)).isEmpty();
    assertThat(document.metadata()).isEmpty();
    assertThat(SplicePair.apply(document, List.of())).isEqualTo(pair.input());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theEditTurnsTheInputIntoTheOutput(SplicePair pair) {
    assertThat(pair.edited()).isEqualTo(pair.output());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void writesATokenIntoEachPlaceAndMovesNothingElse(SplicePair pair) {
    Document document = pair.document();
    List<Leaf> leaves = Leaves.of(document);
    for (int i = 0; i < leaves.size(); i++) {
      Document held = SplicePair.reread(document, held(document, leaves.get(i)));

      List<Scalar> expected = new ArrayList<>(leaves.stream().map(Leaf::value).toList());
      expected.set(i, new Scalar.Text(TOKEN));
      assertThat(Leaves.of(held)).extracting(Leaf::value).isEqualTo(expected);
      assertThat(Leaves.keys(held)).isEqualTo(Leaves.keys(document));
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void writesTheValueOfAToken(SplicePair pair) {
    Document document = pair.document();
    Document held = SplicePair.reread(document, heldEverywhere(document));
    List<Splice> spelled = new ArrayList<>();
    List<Leaf> leaves = Leaves.of(document);
    List<Leaf> tokens = Leaves.of(held);
    assertThat(tokens).hasSameSizeAs(leaves);
    for (int i = 0; i < leaves.size(); i++) {
      Leaf token = tokens.get(i);
      assertThat(token.value()).isEqualTo(new Scalar.Text(TOKEN));
      byte[] text = document.format().valueText(token, leaves.get(i).value());
      spelled.add(new Splice(token.span(), text));
      spelled.addAll(document.format().headerChange(token, leaves.get(i).value()));
    }
    List<Comment> comments = Leaves.comments(document);
    List<Comment> commentTokens = Leaves.comments(held);
    assertThat(commentTokens).extracting(Comment::text).allMatch(TOKEN::equals);
    for (int i = 0; i < comments.size(); i++) {
      String text = document.format().valueText(commentTokens.get(i), comments.get(i).text());
      spelled.add(Splice.of(commentTokens.get(i).span(), text));
    }

    assertThat(TreeText.of(SplicePair.reread(held, spelled))).isEqualTo(TreeText.of(document));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void writesAndRemovesMetadata(SplicePair pair) {
    Document document = pair.document();
    Document sealed = SplicePair.sealed(document, METADATA);

    assertThat(sealed.metadata()).hasValueSatisfying(m -> assertSame(m, METADATA));
    assertThat(TreeText.of(sealed)).isEqualTo(TreeText.of(document));
    assertThat(sealed.format().withMetadata(sealed, METADATA)).isEmpty();
    String opened = SplicePair.apply(sealed, sealed.format().withoutMetadata(sealed));
    assertThat(opened).startsWith(pair.input());
    assertThat(opened.substring(pair.input().length())).isIn("", "\n", "\r\n");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void replacesOnlyTheMetadataThatDiffers(SplicePair pair) {
    Document sealed = SplicePair.sealed(pair.document(), METADATA);
    Document later = SplicePair.sealed(sealed, LATER_METADATA);

    assertThat(later.metadata()).hasValueSatisfying(m -> assertSame(m, LATER_METADATA));
    assertThat(TreeText.of(later)).isEqualTo(TreeText.of(pair.document()));
    Document back = SplicePair.sealed(later, METADATA);
    assertThat(back.source().bytes()).isEqualTo(sealed.source().bytes());
  }

  private static void assertSame(MapNode one, MapNode other) {
    assertThat(Leaves.texts(one)).containsExactlyInAnyOrderElementsOf(Leaves.texts(other));
  }

  private static List<Splice> heldEverywhere(Document document) {
    List<Splice> splices = new ArrayList<>();
    for (Leaf leaf : Leaves.of(document)) {
      splices.addAll(held(document, leaf));
    }
    for (Comment comment : Leaves.comments(document)) {
      splices.add(Splice.of(comment.span(), document.format().tokenText(comment, TOKEN)));
    }
    return splices;
  }

  private static List<Splice> held(Document document, Leaf leaf) {
    List<Splice> splices = new ArrayList<>();
    splices.add(Splice.of(leaf.span(), document.format().tokenText(leaf, TOKEN)));
    splices.addAll(document.format().headerChange(leaf, new Scalar.Text(TOKEN)));
    return splices;
  }
}
