package dev.sealconf.document.format.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.format.JsonValues;
import dev.sealconf.document.format.SplicePair;
import dev.sealconf.document.format.TreeText;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.LineText;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.SealconfException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertiesFormatTest {
  private static final String SYNTAX = "\\\\\\\\\n\n\n\r==: \t\f#!abuntf0";
  private static final int FILES = 200_000;

  private final PropertiesFormat properties = new PropertiesFormat();

  private Document read(String text) {
    return properties.read(new SourceText("f.properties", text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Random files of the characters that mean something, and two that need an encoding. */
  @Test
  void readsWhatJavaReads() throws IOException {
    Random random = new Random(1);
    int read = 0;
    for (int i = 0; i < FILES; i++) {
      Charset charset = i % 2 == 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
      String letters = SYNTAX + (i % 2 == 0 ? "é🔑" : "éß");
      StringBuilder text = new StringBuilder();
      int[] choices = letters.codePoints().toArray();
      for (int length = random.nextInt(24); length > 0; length--) {
        text.appendCodePoint(choices[random.nextInt(choices.length)]);
      }
      read += agrees(text.toString(), charset) ? 1 : 0;
    }
    assertThat(read).isGreaterThan(FILES / 2);
  }

  /** Whether both read the file; if both do, they read the same. */
  private boolean agrees(String text, Charset charset) throws IOException {
    byte[] file = text.getBytes(charset);
    Map<String, String> java;
    try {
      java = byJava(file, charset);
    } catch (IllegalArgumentException malformed) {
      assertThatThrownBy(() -> properties.read(new SourceText("", file)))
          .as(shown(text))
          .isInstanceOf(SealconfException.class);
      return false;
    }
    try {
      assertThat(meaning(properties.read(new SourceText("", file))))
          .as(shown(text))
          .isEqualTo(java);
      return true;
    } catch (SealconfException refused) {
      boolean wide = refused.getMessage().contains("UTF-16");
      boolean last = text.endsWith("\\\r\n") || java.containsKey("");
      boolean lone = refused.getMessage().contains("lone backslash") && last;
      assertThat(lone || wide).as(refused.getMessage() + shown(text)).isTrue();
      return false;
    }
  }

  private static Map<String, String> byJava(byte[] file, Charset charset) throws IOException {
    Properties read = new Properties();
    if (charset.equals(StandardCharsets.ISO_8859_1)) {
      read.load(new ByteArrayInputStream(file));
    } else {
      read.load(new StringReader(new String(file, charset)));
    }
    Map<String, String> meaning = new HashMap<>();
    read.forEach((key, value) -> meaning.put((String) key, (String) value));
    return meaning;
  }

  private static Map<String, String> meaning(Document document) {
    Map<String, String> meaning = new HashMap<>();
    for (Entry entry : document.branches().get(0).entries()) {
      meaning.put(entry.key(), LineText.of(((Leaf) entry.value()).value()));
    }
    return meaning;
  }

  private static String shown(String text) {
    return ": " + text.replace("\n", "␊").replace("\r", "␍").replace("\f", "␌");
  }

  @Test
  void writesWhatJavaReadsAsTheSameText() throws IOException {
    Random random = new Random(2);
    int[] choices = (SYNTAX + "é🔑\u0000\u007f\u0085\u2028\ufeff").codePoints().toArray();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(8); length > 0; length--) {
        text.appendCodePoint(choices[random.nextInt(choices.length)]);
      }
      Entry entry = Entry.of("k" + text, Leaf.of(text.toString()));
      Entry sameKey = Entry.of(text.toString(), Leaf.of(text.toString()));
      MapNode map = MapNode.of(List.of(entry, sameKey));

      byte[] printed = properties.print(List.of(map), Optional.empty(), Indent.DEFAULT);

      assertThat(byJava(printed, StandardCharsets.ISO_8859_1))
          .isEqualTo(Map.of("k" + text, text.toString(), text.toString(), text.toString()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"app.properties", "a/messages_de.properties"})
  void claimsPropertiesFiles(String name) {
    assertThat(new DocumentFormats().forFile(name).name()).isEqualTo("properties");
  }

  @ParameterizedTest
  @ValueSource(strings = {"properties", "a.PROPERTIES", "app.properties.bak"})
  void isNotTheFormatOfOtherFiles(String name) {
    assertThat(properties.claims(name)).isFalse();
  }

  @Test
  void readsBytesThatAreNotUtf8AsJavaDoes() {
    byte[] file = "name=Gr\u00fc\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1);
    Document document = properties.read(new SourceText("f.properties", file));
    Leaf leaf = (Leaf) document.branches().get(0).entries().get(0).value();

    assertThat(leaf.value()).isEqualTo(new Scalar.Text("Grüße"));
    assertThat(properties.valueText(leaf, leaf.value())).asString().isEqualTo("Gr\\u00fc\\u00dfe");
  }

  @Test
  void readsCommentsAndNoCommentsAtTheEndOfALine() {
    assertThat(TreeText.of(read("# a\n  ! b\\\nc=d # e\n#\n")))
        .containsExactly(
            "#0 map", "#0 comment  a", "#0 comment  b\\", "#0/c text d # e", "#0 comment ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s=secret\\u12", "s=secret\\u00g0", "a=\\ud800secret", "se\\uxcret=1"})
  void refusesAMalformedEscapeAndDoesNotQuoteIt(String line) {
    assertThatThrownBy(() -> read("ok=1\n" + line + "\n"))
        .isInstanceOfSatisfying(
            SealconfException.class,
            e -> {
              assertThat(ExitCode.of(e).number()).isEqualTo(2);
              assertThat(e.location()).hasToString("Optional[f.properties:2:1]");
              assertThat(e.getMessage() + e.hints()).doesNotContain("secret");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=1\n\\", "a=1\n  \\\n", "\\"})
  void refusesALoneBackslashAtTheEnd(String text) {
    assertThatThrownBy(() -> read(text)).hasMessageContaining("lone backslash");
  }

  @ParameterizedTest
  @ValueSource(strings = {"b=2\\", "b=2\\\n", "b=2\\\n\\\n", "b=2\\\n  "})
  void addsALineAfterABackslashThatContinuesNothing(String last) {
    Document document = read("a=1\n" + last);
    TreePath path = TreePath.ROOT.then(new TreePath.Key("c"));
    Document changed = SplicePair.reread(document, properties.set(document, path, Leaf.of("3")));

    assertThat(meaning(changed)).isEqualTo(Map.of("a", "1", "b", "2", "c", "3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {" sops_mac=x", "sops_mac : x", "\\u0073ops_mac=x", "\\\nsops_mac=x"})
  void refusesMetadataInAnotherSpelling(String line) {
    assertThatThrownBy(() -> read("a=1\n" + line + "\n")).hasMessageContaining("sops_NAME=VALUE");
  }

  @Test
  void readsMetadataAsSopsDoes() {
    Document document = read("sops_encrypted_regex=^a\\.b\\n$\r\nA=1\nsops_version=3\n");

    assertThat(TreeText.of(document.metadata().orElseThrow()))
        .containsExactly(" map", "/encrypted_regex text ^a\\.b\n$", "/version text 3");
    assertThat(SplicePair.apply(document, properties.withoutMetadata(document))).isEqualTo("A=1\n");
    assertThatThrownBy(() -> read("sops_a=1\rb=2\n")).hasMessageContaining("carriage return");
    assertThatThrownBy(() -> read("sops_a=1\nsops_a=1\n")).hasMessageContaining("duplicate field");
  }

  @Test
  void findsKeysThatAreWrittenDifferently() {
    assertThat(read("a.b=1\na\\u002eb=2\n").duplicate()).isPresent();
    assertThat(read("\ufeffa=1\na=2\n").duplicate()).isPresent();
    assertThat(read("a=1\nA=2\n").duplicate()).isEmpty();
  }

  @Test
  void refusesWhatItCannotWrite() {
    MapNode list = JsonValues.map("{\"a\": [1]}");
    assertThatThrownBy(() -> properties.print(List.of(list), Optional.empty(), Indent.DEFAULT))
        .isInstanceOfSatisfying(
            SealconfException.class, e -> assertThat(ExitCode.of(e).number()).isEqualTo(4));
    TreePath nested = TreePath.ROOT.then(new TreePath.Key("A")).then(new TreePath.Key("B"));
    assertThatThrownBy(() -> properties.set(read("A=1"), nested, Leaf.of("x")))
        .isInstanceOf(SealconfException.class);
  }
}
