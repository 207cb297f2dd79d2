package dev.sealconf.document.format.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.format.JsonValues;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BinaryFormatTest {
  private final DocumentFormat binary = new DocumentFormats().forFile("x.bin");

  private static Leaf data(Document document) {
    return (Leaf) document.branches().get(0).entry("data").orElseThrow().value();
  }

  @Test
  void everyOtherFileIsBinary() {
    assertThat(binary.name()).isEqualTo("binary");
    assertThat(new DocumentFormats().forFile("F.JSON").name()).isEqualTo("binary");
    assertThat(new DocumentFormats().forFile("").name()).isEqualTo("binary");
  }

  @Test
  void readsAFileAsOneLeaf() {
    Leaf text = data(binary.read(new SourceText("f", "é\r\n".getBytes(StandardCharsets.UTF_8))));
    assertThat(text.value()).isEqualTo(new Scalar.Text("é\r\n"));
    assertThat(text.span()).isEqualTo(new Span(0, 4));
    assertThat(data(binary.read(new SourceText("f", new byte[0]))).value())
        .isEqualTo(new Scalar.Text(""));
  }

  @Test
  void returnsBytesThatAreNotUtf8() {
    byte[] bytes = {(byte) 0xFF, 0, '\n', (byte) 0xC3};
    Document document = binary.read(new SourceText("f", bytes));

    assertThat(data(document).value()).isEqualTo(new Scalar.Blob(bytes));
    assertThat(binary.print(document.branches(), Optional.empty(), Indent.DEFAULT))
        .isEqualTo(bytes);
    assertThat(binary.printValue(data(document), Indent.DEFAULT)).isEqualTo(bytes);
  }

  @Test
  void theSealedFormIsJson() {
    DocumentFormat sealed = binary.sealedForm();
    byte[] file =
        sealed.print(
            List.of(JsonValues.map("{\"data\": \"ENC[]\"}")),
            Optional.of(JsonValues.map("{\"version\": \"3\"}")),
            Indent.DEFAULT);

    assertThat(file)
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{\n\t\"data\": \"ENC[]\",\n\t\"sops\": {\n\t\t\"version\": \"3\"\n\t}\n}\n");
    assertThat(sealed.name()).isEqualTo("binary");
    assertThat(sealed.claims("x.json")).isFalse();
    assertThat(data(sealed.read(new SourceText("f", file))).value())
        .isEqualTo(new Scalar.Text("ENC[]"));
  }

  @Test
  void printsNothingButBinaryFiles() {
    for (String other : List.of("{\"a\": 1}", "{\"data\": 1}", "{\"data\": {}}")) {
      List<MapNode> branches = List.of(JsonValues.map(other));
      assertThatThrownBy(() -> binary.print(branches, Optional.empty(), Indent.DEFAULT))
          .isInstanceOfSatisfying(
              SealconfException.class, e -> assertThat(ExitCode.of(e).number()).isEqualTo(4));
    }
    assertThatThrownBy(() -> binary.print(List.of(), Optional.empty(), Indent.DEFAULT))
        .isInstanceOf(SealconfException.class);
  }
}
