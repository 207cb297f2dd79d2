package dev.sealconf.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.error.RequiredKeyFailure;
import dev.sealconf.library.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Configuration;

/** A program doesn't start if a key that it requires has no value. */
class RequiredInSpringTest {
  @TempDir private Path folder;
  private ImportingProgram program;
  private String file;

  @Configuration(proxyBeanMethods = false)
  static class Empty {}

  @BeforeEach
  void create() throws IOException {
    program = new ImportingProgram(folder);
    file = program.encrypted("secrets.yaml", "db:\n  user: app\n  password: hunter2\n");
  }

  @AfterEach
  void close() {
    program.close();
  }

  private String property(String name, String fileName, String text) throws IOException {
    return "--" + name + "=" + Files.writeString(folder.resolve(fileName), text);
  }

  @Test
  void aTemplateNamesTheKeys() throws IOException {
    String met = property("sealconf.template", "met.env", "DB__USER=\nDB__PASSWORD=\n");
    assertThat(program.run(Empty.class, "sealconf:" + file, met).isRunning()).isTrue();

    String missing = property("sealconf.template", "missing.env", "DB__USER=\nDB__TOKEN=\n");
    assertThatThrownBy(() -> program.run(Empty.class, "sealconf:" + file, missing))
        .isInstanceOf(RequiredKeyFailure.class)
        .hasMessageContaining("DB__TOKEN")
        .hasMessageNotContaining("DB__USER");
  }

  @Test
  void theRulesNameTheKeys() throws IOException {
    String config =
        property(
            "sealconf.config",
            "rules.yaml",
            "creation_rules:\n  - age: "
                + Keys.RECIPIENT
                + "\nsealconf:\n  required:\n    - DB__TOKEN\n");
    assertThat(program.run(Empty.class, "sealconf:" + file, config).isRunning()).isTrue();
    assertThatThrownBy(
            () -> program.run(Empty.class, "sealconf:" + file, config, "--sealconf.validate=true"))
        .isInstanceOf(RequiredKeyFailure.class)
        .hasMessageContaining("DB__TOKEN");
  }

  @Test
  void aResourceIsNotChecked() throws IOException {
    String template = property("sealconf.template", "missing.env", "DB__TOKEN=\n");
    String imports = "optional:sealconf:classpath:none.yaml";
    assertThat(program.run(Empty.class, imports, template).isRunning()).isTrue();
  }
}
