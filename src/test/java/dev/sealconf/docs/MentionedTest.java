package dev.sealconf.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command in the documentation has a name and flags that the program knows. */
class MentionedTest {
  private static final Pattern CODE = Pattern.compile("(?s)```.*?\n```|`[^`]+`|(?m)^    .*$");

  /** Its commands have the flag of a provider that the reader makes; ThirdPartyTest runs them. */
  private static final Path OWN_PROVIDER = Path.of("extending.md");

  @TempDir Path folder;

  @Test
  void everyCommandOnAPageIsKnown() throws IOException {
    List<String> unknown = new ArrayList<>();
    int commands = 0;
    for (Page page : Page.all()) {
      if (page.file().endsWith(OWN_PROVIDER)) {
        continue;
      }
      for (List<String> words : calls(Files.readString(page.file()))) {
        commands++;
        if (!isKnown(words)) {
          unknown.add(page + ": sealconf " + String.join(" ", words));
        }
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(commands).isGreaterThan(120);
  }

  @Test
  void findsCommandsInEveryKindOfBlock() {
    assertThat(
            calls(
                """
                Run `sealconf who .` and

                ```yaml
                  - run: sealconf set --value-stdin 'a b.yaml' '["x"]' < x  # comment
                ```

                    password=$(sealconf decrypt \\
                      app.yaml) | cat
                """))
        .containsExactly(
            List.of("who", "."),
            List.of("set", "--value-stdin", "a b.yaml", "[\"x\"]"),
            List.of("decrypt", "app.yaml"));
  }

  @Test
  void noticesAnUnknownFlagOrCommand() {
    assertThat(isKnown(List.of("who", "--check", "."))).isTrue();
    assertThat(isKnown(List.of("-d", "-i", "app.yaml"))).isTrue();
    assertThat(isKnown(List.of("who", "--chekc", "."))).isFalse();
    assertThat(isKnown(List.of("publish", "app.yaml"))).isFalse();
    assertThat(isKnown(List.of("-d", "--nonsense", "app.yaml"))).isFalse();
  }

  private static List<List<String>> calls(String page) {
    return CODE.matcher(page)
        .results()
        .map(MatchResult::group)
        .flatMap(code -> Mentioned.in(code).stream())
        .toList();
  }

  /** The flags are parsed; then sealconf shows the help, and does nothing else. */
  private boolean isKnown(List<String> words) {
    List<String> arguments = new ArrayList<>(words);
    int program = words.indexOf("--");
    arguments.add(program < 0 ? words.size() : program, "--help");
    return CommandLines.run(TestWorld.in(folder).world(), "sealconf", arguments) == 0;
  }
}
