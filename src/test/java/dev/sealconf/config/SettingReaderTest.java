package dev.sealconf.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SettingReaderTest {
  @Test
  void saysThatTextIsNotUtf8() {
    byte[] latin1 = "# für alle\ncreation_rules: []\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> SettingReader.read("rules.yaml", latin1))
        .hasMessageContaining("is not UTF-8");
  }
}
