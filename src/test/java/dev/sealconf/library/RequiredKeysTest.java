package dev.sealconf.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.Sealconf;
import dev.sealconf.SealconfOptions;
import dev.sealconf.error.RequiredKeyFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Required keys, as {@code sealconf validate} checks them. */
class RequiredKeysTest {
  @TempDir Path folder;
  private Keys keys;
  private Path file;
  private Path template;

  @BeforeEach
  void encryptAFile() throws Exception {
    keys = new Keys(folder.toRealPath());
    file = Files.writeString(keys.path(".env"), "DB_USER=app\nDB_PASSWORD=hunter2\n");
    Sealconf.encrypt(file, keys.options());
    template = Files.writeString(keys.path(".env.example"), "DB_USER=\nDB_PASSWORD=\n");
  }

  @Test
  void allKeysHaveValues() {
    assertThat(Sealconf.validate(List.of(file), keys.options().template(template))).isTrue();
  }

  @Test
  void namesTheKeyThatIsMissing() throws Exception {
    Files.writeString(template, "DB_USER=\nDB_HOST=\n");
    assertThatThrownBy(() -> Sealconf.validate(List.of(file), keys.options().template(template)))
        .isInstanceOf(RequiredKeyFailure.class)
        .hasMessage("DB_HOST is not set (required by " + template + ":2)");
  }

  @Test
  void checksOnlyNamesWithoutAKey() {
    List<String> warnings = new ArrayList<>();
    SealconfOptions options = keys.without().template(template).warnings(warnings::add);
    assertThat(Sealconf.validate(List.of(file), options)).isFalse();
    assertThat(warnings).hasSize(1).first().asString().startsWith("only names were checked");
  }
}
