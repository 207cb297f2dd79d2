package dev.sealconf.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;

/** Spring replaces placeholders in decrypted values; a backslash keeps them. */
class PlaceholdersTest {
  @TempDir private Path folder;

  @ConfigurationProperties("db")
  record Database(String password) {}

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(Database.class)
  static class Program {
    @Value("${db.password}")
    private String password;

    @Value("${db.port:1}")
    private int port;

    String password() {
      return password;
    }

    int port() {
      return port;
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Strict extends Program {
    @Bean
    static PropertySourcesPlaceholderConfigurer placeholders() {
      return new PropertySourcesPlaceholderConfigurer();
    }
  }

  @Test
  void placeholdersAreReplaced() throws IOException {
    assertPassword("a${db.host}b", "ahb");
  }

  @Test
  void escapedPlaceholdersAreKept() throws IOException {
    assertPassword("a\\${db.host}b", "a${db.host}b");
    assertPassword("a\\${none}b", "a${none}b");
  }

  @Test
  void otherSpecialCharactersAreKept() throws IOException {
    assertPassword("a$b\\c{d}e#f:g$$", "a$b\\c{d}e#f:g$$");
  }

  /** Reads the password in all ways that Spring offers. */
  private void assertPassword(String text, String expected) throws IOException {
    try (ImportingProgram program = new ImportingProgram(folder)) {
      String yaml = "db:\n  host: h\n  port: 5432\n  password: '" + text + "'\n";
      String file = "sealconf:" + program.encrypted("secrets.yaml", yaml);
      for (Class<? extends Program> type : List.of(Program.class, Strict.class)) {
        ConfigurableApplicationContext context = program.run(type, file);
        assertThat(context.getBean(type).password()).isEqualTo(expected);
        assertThat(context.getBean(type).port()).isEqualTo(5432);
        assertThat(context.getEnvironment().getProperty("db.password")).isEqualTo(expected);
      }
      assertThat(program.run(Program.class, file).getBean(Database.class).password())
          .isEqualTo(expected);
    }
  }
}
