package dev.sealconf.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.SealedDocument;
import dev.sealconf.error.BindingFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value of any type that is read as text is what {@code get(path)} returns. */
class TextsTest {
  @TempDir Path folder;
  private Keys keys;

  record Texts(String a, char[] b, Optional<String> c, List<String> d, Map<String, String> e) {}

  @BeforeEach
  void makeKeys() throws Exception {
    keys = new Keys(folder.toRealPath());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01234",
        "0xdeadbeef",
        "0o17",
        "0b11",
        "1_000",
        "+5",
        "-0",
        "12e2",
        "1.10",
        "0.0000001",
        ".5",
        "5.",
        "1_0.5",
        ".inf",
        "-.INF",
        ".nan",
        "true",
        "True",
        "2024-01-02",
        "2001-12-14t21:59:43.10-05:00",
        "5432",
        "text"
      })
  void aTextIsWhatTheFileSays(String value) throws Exception {
    SealedDocument document =
        keys.document(
            "a.yaml", "a: &v %s\nb: *v\nc: *v\nd: [*v]\ne: {x: *v}\n".replace("%s", value));
    String text = document.get("a");
    Texts all = document.as(Texts.class);

    assertThat(document.get("a", String.class)).isEqualTo(text);
    assertThat(all.a()).isEqualTo(text);
    assertThat(all.b()).isEqualTo(text.toCharArray());
    assertThat(all.c()).contains(text);
    assertThat(all.d()).containsExactly(text);
    assertThat(all.e()).containsEntry("x", text);
  }

  @Test
  void readsBytesAsTextOnlyIfTheyAreText() throws Exception {
    SealedDocument text = keys.document("a.yaml", "v: !!binary aGVsbG8=\n");
    SealedDocument bytes = keys.document("a.yaml", "v: !!binary /////w==\n");

    assertThat(text.get("v", String.class)).isEqualTo(text.get("v"));
    assertThat(bytes.get("v", byte[].class)).containsExactly(-1, -1, -1, -1);
    for (Class<?> type : List.of(String.class, char[].class)) {
      assertThatThrownBy(() -> bytes.get("v", type))
          .isInstanceOf(BindingFailure.class)
          .hasMessageStartingWith("the value at [\"v\"] is bytes, which can't be read as ");
    }
  }
}
