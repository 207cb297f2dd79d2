package dev.sealconf.git.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitVersionCheckTest {

  @ParameterizedTest
  @CsvSource({
    "git version 2.30.0, OK",
    "git version 2.39.5 (Apple Git-154), OK",
    "git version 3.0.0, OK",
    "git version 2.29.3, PROBLEM",
    "git version 1.99.0, PROBLEM",
    "no version, PROBLEM"
  })
  void wantsGit230(String printed, Finding.Level level) {
    assertThat(GitVersionCheck.finding(printed).level()).isEqualTo(level);
  }
}
