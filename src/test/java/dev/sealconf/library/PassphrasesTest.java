package dev.sealconf.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.Peers;
import dev.sealconf.Sealconf;
import dev.sealconf.SealconfOptions;
import dev.sealconf.error.KeyFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An age identity that {@code age -p} protects, as {@code testdata/keys/README.md} says. */
class PassphrasesTest {
  private static final Path KEYS = Path.of("testdata/keys").toAbsolutePath();
  private static final String PASSPHRASE = "correct horse";

  @TempDir Path folder;
  private final List<String> questions = new ArrayList<>();
  private final List<char[]> answers = new ArrayList<>();
  private Path file;
  private SealconfOptions options;

  @BeforeEach
  void encryptAFile() throws Exception {
    Keys keys = new Keys(folder.toRealPath());
    String recipient =
        Files.readString(KEYS.resolve("age-3.txt")).replaceAll("(?s).*public key: (\\S+).*", "$1");
    Files.writeString(keys.path(".sops.yaml"), "creation_rules:\n  - age: " + recipient + "\n");
    file = keys.sealed(Peers.SOPS_3_13.path(), "a.yaml", "password: hunter2\n");
    options = keys.without().ageKeyFile(KEYS.resolve("age-locked.txt"));
  }

  private SealconfOptions answering(String passphrase) {
    return options.passphrases(
        question -> {
          questions.add(question);
          answers.add(passphrase == null ? null : passphrase.toCharArray());
          return answers.get(answers.size() - 1);
        });
  }

  @Test
  void theProgramKnowsThePassphrase() {
    assertThat(Sealconf.read(file, answering(PASSPHRASE)).get("password")).isEqualTo("hunter2");
    assertThat(questions).singleElement().asString().contains("age-locked.txt");
    assertThat(answers.get(0)).as("wiped").containsOnly('\0');
  }

  @Test
  void theProgramKnowsAnotherPassphraseOrNone() {
    for (String passphrase : new String[] {"other-words", null}) {
      assertThatThrownBy(() -> Sealconf.read(file, answering(passphrase)))
          .isInstanceOf(KeyFailure.NoDataKey.class)
          .hasMessageContaining("age-locked.txt")
          .hasMessageNotContaining("other-words");
    }
    assertThat(questions.size()).isLessThan(10);
  }

  @Test
  void withoutPassphrasesTheKeyIsOfNoUse() {
    assertThatThrownBy(() -> Sealconf.read(file, options))
        .isInstanceOf(KeyFailure.NoDataKey.class)
        .hasMessageContaining("age-locked.txt")
        .hasMessageContaining("SealconfOptions.passphrases(source)")
        .hasMessageNotContaining("at a terminal");
  }
}
