package dev.sealconf.exec.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.OutputFailure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatteningTest {

  private static List<String> variables(String yaml, String separator, String prefix) {
    SourceText text = new SourceText("f.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    return new Flattening(new VariableNames(separator, prefix))
            .of(new DocumentFormats().named("yaml").read(text).branches(), path -> path.depth() > 1)
            .stream()
            .map(v -> v.name() + "=" + v.text().orElse("?") + (v.secret() ? " (secret)" : ""))
            .toList();
  }

  private static List<String> variables(String yaml) {
    return variables(yaml, VariableNames.SEPARATOR, "");
  }

  @Test
  void aValueAtTheTopKeepsItsKey() {
    assertThat(variables("http_proxy: x\nAPI_KEY: y\nmy-key: z\n"))
        .containsExactly("http_proxy=x", "API_KEY=y", "my-key=z");
  }

  @Test
  void nestedKeysAreJoinedInCapitals() {
    assertThat(variables("db:\n  host-name: x\n  pool:\n    max size: 5\n"))
        .containsExactly("DB__HOST_NAME=x (secret)", "DB__POOL__MAX_SIZE=5 (secret)");
    assertThat(variables("db:\n  host: x\n", "_", "APP_"))
        .containsExactly("APP_DB_HOST=x (secret)");
  }

  @Test
  void scalarsAreTheirText() {
    assertThat(
            variables("a: 5\nb: 1.5\nc: true\nd: ''\ne: null\nf: 1e21\ng: -0.25\nh: 2026-01-02\n"))
        .containsExactly(
            "a=5", "b=1.5", "c=true", "d=", "f=1e+21", "g=-0.25", "h=2026-01-02T00:00:00Z");
  }

  @Test
  void aListIsJson() {
    assertThat(variables("l:\n  - a\n  - 'q\"\\'\n  - 5\n  - {k: [true, null]}\n"))
        .containsExactly("l=[\"a\",\"q\\\"\\\\\",5,{\"k\":[true,null]}]");
    assertThat(variables("l: []\n")).containsExactly("l=[]");
  }

  @Test
  void theValuesInAListAreSecretsOfTheirOwn() {
    SourceText text =
        new SourceText("f.yaml", "l: [first, {k: second}]\n".getBytes(StandardCharsets.UTF_8));
    Variable list =
        new Flattening(new VariableNames("__", ""))
            .of(new DocumentFormats().named("yaml").read(text).branches(), path -> true)
            .get(0);
    assertThat(list.secrets())
        .extracting(secret -> new String(secret, StandardCharsets.UTF_8))
        .containsExactly("[\"first\",{\"k\":\"second\"}]", "first", "second");
    assertThatThrownBy(() -> variables("l: [a, 'ENC[AES256_GCM,data:x]']\n"))
        .isInstanceOf(OutputFailure.NotRepresentable.class);
  }

  @Test
  void laterDocumentsWin() {
    assertThat(variables("a: 1\nb: 1\n---\na: 2\n")).containsExactly("a=2", "b=1");
  }

  @Test
  void twoValuesCantHaveTheSameName() {
    assertThatThrownBy(() -> variables("a:\n  b: hidden\nA:\n  B: hidden\n"))
        .isInstanceOf(OutputFailure.NotRepresentable.class)
        .hasMessageContaining("[\"A\"][\"B\"]")
        .hasMessageContaining("[\"a\"][\"b\"] has the same name, 'A__B'")
        .hasMessageNotContaining("hidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'': x", "'a=b': x", "a: \"x\\0y\"", "a: 'ENC[AES256_GCM,data:x]'", "a: ' ENC[x'"})
  void refusesWhatCantBeAVariable(String yaml) {
    assertThatThrownBy(() -> variables(yaml))
        .isInstanceOf(OutputFailure.NotRepresentable.class)
        .hasMessageContaining("can't be an environment variable");
  }

  @Test
  void namesOfPathsNeedNoValues() {
    TreePath path = TreePath.ROOT.then(new TreePath.Key("a")).then(new TreePath.Key("b.c"));
    assertThat(new VariableNames("__", "").of(path)).isEqualTo("A__B_C");
  }
}
