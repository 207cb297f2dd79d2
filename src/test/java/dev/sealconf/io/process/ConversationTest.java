package dev.sealconf.io.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConversationTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void exchangesMessagesInTurns() {
    try (Conversation talk = sh("while read -r line; do echo \"$line?\"; done", LONG)) {
      talk.say(bytes("one\n"));
      assertThat(talk.line()).contains("one?");
      talk.say(bytes("two\nthree\n"));
      assertThat(talk.line()).contains("two?");
      assertThat(talk.line()).contains("three?");
    }
  }

  @Test
  void readsTheLastOutputOfAProgramThatHasEnded() {
    try (Conversation talk = sh("exec <&-; echo bye; echo cut", LONG)) {
      talk.say(new byte[1 << 20]);
      assertThat(talk.line()).contains("bye");
      assertThat(talk.line()).contains("cut");
      assertThat(talk.line()).isEmpty();
    }
  }

  @Test
  void givesUpOnAProgramThatIsSilent() {
    try (Conversation talk = sh("sleep 60", Duration.ofMillis(200))) {
      assertThatThrownBy(talk::line)
          .isInstanceOf(SealconfException.class)
          .hasMessage("'sh' did not respond for 0 seconds");
    }
  }

  @Test
  void givesUpOnAProgramThatDoesNotReadItsInput() {
    try (Conversation talk = sh("sleep 60", Duration.ofMillis(200))) {
      assertThatThrownBy(() -> talk.say(new byte[1 << 20]))
          .isInstanceOf(SealconfException.class)
          .hasMessageContaining("did not respond");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "yes | tr -d '\\n'"})
  void stopsReadingEndlessOutput(String talker) {
    try (Conversation talk = sh(talker, LONG)) {
      assertThatThrownBy(
              () -> {
                while (talk.line().isPresent()) {
                  assertThat(talk).isNotNull();
                }
              })
          .isInstanceOf(SealconfException.class)
          .hasMessage("'sh' sent too much output");
    }
  }

  @Test
  void findsProgramsOnlyInAbsoluteFoldersOfThePath() {
    World world = TestWorld.in(folder).with("PATH", ".:bin").world();

    assertThatThrownBy(() -> Conversation.start(List.of("sh"), false, LONG, world))
        .isInstanceOf(SealconfException.class)
        .hasMessage("can't find 'sh' on the PATH");
  }

  private Conversation sh(String script, Duration patience) {
    World world = TestWorld.in(folder).with("PATH", System.getenv("PATH")).world();
    return Conversation.start(List.of("sh", "-c", script), false, patience, world);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
