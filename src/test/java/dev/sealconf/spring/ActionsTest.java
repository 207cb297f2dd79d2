package dev.sealconf.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.error.BindingFailure;
import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.NotFound;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.RequiredKeyFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.SealingFailure;
import dev.sealconf.error.UsageFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each failure tells what someone can do who has no command line. */
class ActionsTest {
  static Stream<SealconfException> failures() {
    return Stream.of(
        new FileFailure.Missing("m", ""),
        new FileFailure.Unreadable("m"),
        new OpeningFailure.NotEncrypted("m"),
        new OpeningFailure.Malformed("m"),
        new OpeningFailure.ValueNotOpened("m"),
        new OpeningFailure.Changed("m"),
        new SealingFailure.NotEncryptable("m"),
        new KeyFailure.NoDataKey("m"),
        new NotFound("m"),
        new BindingFailure("m"),
        new RequiredKeyFailure("m"),
        new OutputFailure.NotWritten("m"),
        new MachineFailure("m"),
        new ConfigFailure.Invalid("m"),
        new UsageFailure.Mistake("m"));
  }

  @Test
  void theFailuresAreThoseOfThePage() throws IOException {
    String page = Files.readString(Path.of("docs/java.md"));
    assertThat(
            Pattern.compile("`(\\w+(Failure|Found))`(?=[^\n]*\\| )")
                .matcher(page.substring(page.indexOf("## Failures")))
                .results()
                .map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            failures().map(ActionsTest::family).collect(Collectors.toSet()));
  }

  private static String family(SealconfException failure) {
    Class<?> outer = failure.getClass().getEnclosingClass();
    return (outer == null ? failure.getClass() : outer).getSimpleName();
  }

  @Test
  void optionsOfTheLibraryAreNotNamed() {
    SealconfException failure =
        new OpeningFailure.Changed("m").hint("SealconfOptions.ignoreMac() opens it anyway");
    assertThat(new SealconfFailureAnalyzer().analyze(failure).getAction())
        .isEqualTo("Restore the file from version control, or encrypt it again.");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isASentenceWithoutFlags(SealconfException failure) {
    assertThat(new SealconfFailureAnalyzer().analyze(failure).getAction())
        .matches("[A-Z].*\\.")
        .doesNotContain("--", "null");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void comesAfterTheHints(SealconfException failure) {
    assertThat(new SealconfFailureAnalyzer().analyze(failure.hint("do this")).getAction())
        .startsWith("do this" + System.lineSeparator());
  }
}
