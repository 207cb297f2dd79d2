package dev.sealconf.envelope.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SOPS 3.13.3 takes for a time, and how it prints it. */
class RfcTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-27T05:01:10Z, 2026-11-27T05:01:10Z",
    "2026-11-27T5:01:10Z, 2026-11-27T05:01:10Z",
    "2026-11-27T05:01:10.500Z, 2026-11-27T05:01:10.5Z",
    "2026-11-27T05:01:10.000Z, 2026-11-27T05:01:10Z",
    "2026-11-27T05:01:10.12345678999Z, 2026-11-27T05:01:10.123456789Z",
    "'2026-11-27T05:01:10,5Z', 2026-11-27T05:01:10.5Z",
    "2026-11-27T05:01:10+00:00, 2026-11-27T05:01:10Z",
    "2026-11-27T05:01:10-00:00, 2026-11-27T05:01:10Z",
    "2026-11-27T05:01:10+07:30, 2026-11-27T05:01:10+07:30",
    "2024-02-29T05:01:10Z, 2024-02-29T05:01:10Z"
  })
  void readsAndPrints(String text, String printed) {
    assertThat(RfcTime.exact(text)).contains(printed);
    assertThat(RfcTime.wholeSeconds(text)).contains(printed.replaceFirst("\\.[0-9]+", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-27",
        "2026-11-27t05:01:10Z",
        "2026-11-27T05:01:10z",
        "2026-11-27 05:01:10Z",
        "2026-11-27T05:01Z",
        "2026-11-27T05:01:10",
        "2026-11-27T05:01:10+0000",
        "2026-11-27T05:01:10+25:00",
        "2026-11-27T05:01:10+07:30:15",
        "2026-11-27T24:00:00Z",
        "2026-11-27T05:60:10Z",
        "2026-11-27T05:01:60Z",
        "2026-02-29T05:01:10Z",
        "2026-13-01T05:01:10Z",
        "2026-00-01T05:01:10Z",
        "+002026-11-27T05:01:10Z",
        "2026-11-27T05:01:10.Z",
        "２026-11-27T05:01:10Z",
        "s1"
      })
  void refuses(String text) {
    assertThat(RfcTime.exact(text)).isEmpty();
    assertThat(RfcTime.wholeSeconds(text)).isEmpty();
  }

  @Test
  void refusesMalformedTextInATokenOfThisType() {
    assertThat(ValueText.read("time", new byte[] {(byte) 115, 49})).isEmpty();
  }
}
