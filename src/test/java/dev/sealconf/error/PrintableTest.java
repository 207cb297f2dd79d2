package dev.sealconf.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "two words",
        "https://vault.corp'; touch pwned; '",
        "$(touch pwned)",
        "`touch pwned`",
        "a\\'b\"c",
        "-n",
        "~",
        "*",
        "a;b",
        "x=y #z",
        "!!",
        "''"
      })
  void quotesAShellsWord(String text) throws Exception {
    assertThat(pasted(Printable.quote(text))).isEqualTo(text);
    assertThat(pasted(Printable.word(text))).isEqualTo(text);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void addsNoQuotesToAWordThatNeedsNone() {
    assertThat(Printable.word("https://127.0.0.1:8200/v1")).isEqualTo("https://127.0.0.1:8200/v1");
    assertThat(Printable.word("-f")).isEqualTo("'-f'");
    assertThat(Printable.word("")).isEqualTo("''");
  }

  @Test
  void escapesTerminalControlsInJson() {
    String json = "{\n\t\"a\": \"\u001b[31m \u202e \u200b \u009b \udb40\udc41 \ud83d\ude00 ü\"\n}";
    assertThat(Printable.json(json))
        .isEqualTo(
            "{\n\t\"a\": \"\\u001b[31m \\u202e \\u200b \\u009b \\udb40\\udc41 \ud83d\ude00 ü\"\n}");
  }

  /** What a shell makes of the word. */
  private String pasted(String word) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-c", "printf '%s' " + word).directory(folder.toFile()).start();
    shell.getOutputStream().close();
    String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).isZero();
    return out;
  }
}
