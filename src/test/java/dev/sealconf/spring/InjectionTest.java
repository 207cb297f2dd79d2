package dev.sealconf.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Values are injected as in a program without encrypted files. */
class InjectionTest {
  @TempDir private Path folder;

  record Values(
      int port,
      Optional<Integer> optional,
      List<Integer> ports,
      Duration timeout,
      long fallback,
      int next,
      CharSequence text) {}

  @Configuration(proxyBeanMethods = false)
  static class Program {
    @Bean
    Values values(
        @Value("${db.port}") int port,
        @Value("${db.port}") Optional<Integer> optional,
        @Value("${db.ports}") List<Integer> ports,
        @Value("${db.timeout}") Duration timeout,
        @Value("${none:7}") long fallback,
        @Value("#{${db.port} + 1}") int next,
        @Value("host ${db.port}") CharSequence text) {
      return new Values(port, optional, ports, timeout, fallback, next, text);
    }
  }

  @Test
  void valuesHaveTheirTypes() throws IOException {
    try (ImportingProgram program = new ImportingProgram(folder)) {
      String yaml = "db:\n  port: 5\n  ports: 6,7\n  timeout: 3s\n";
      String file = "sealconf:" + program.encrypted("secrets.yaml", yaml);
      assertThat(program.run(Program.class, file).getBean(Values.class))
          .isEqualTo(
              new Values(5, Optional.of(5), List.of(6, 7), Duration.ofSeconds(3), 7, 6, "host 5"));
    }
  }

  @Test
  void theEnvironmentConvertsAsBefore() throws IOException {
    try (ImportingProgram program = new ImportingProgram(folder)) {
      String file = "sealconf:" + program.encrypted("secrets.yaml", "port: 5\ntimeout: 3s\n");
      ConfigurableEnvironment environment =
          program.run(ImportsTest.Empty.class, file).getEnvironment();
      assertThat(environment.getProperty("port", Integer.class)).isEqualTo(5);
      assertThat(environment.getProperty("timeout", Duration.class))
          .isEqualTo(Duration.ofSeconds(3));
      environment.getConversionService().addConverter(String.class, Path.class, Path::of);
      assertThat(environment.getProperty("port", Path.class)).isEqualTo(Path.of("5"));
    }
  }
}
