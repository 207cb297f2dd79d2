package dev.sealconf.spring;

import java.util.Arrays;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.env.Environment;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/** Programs that read values in each way that Spring offers. The values don't fit. */
final class FailingPrograms {
  private static final Map<String, Class<?>> ALL =
      Map.of(
          "bound", Bound.class,
          "complete", Complete.class,
          "validated", Validated.class,
          "injected", Injected.class,
          "strict", Strict.class,
          "asked", Asked.class);

  private FailingPrograms() {}

  /** Starts the program with this name as {@code main} of a real program does. */
  public static void main(String[] args) {
    SpringApplication.run(ALL.get(args[0]), Arrays.copyOfRange(args, 1, args.length));
  }

  @ConfigurationProperties("db")
  record Numbers(Integer port, Integer size) {}

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(Numbers.class)
  static class Bound {}

  /** Declares all properties below {@code db}. */
  @ConfigurationProperties(prefix = "db", ignoreUnknownFields = false)
  static class Host {
    private String host;

    public String getHost() {
      return host;
    }

    public void setHost(String host) {
      this.host = host;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(Host.class)
  static class Complete {}

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(Host.class)
  static class Validated {
    @Bean
    static Validator configurationPropertiesValidator() {
      return new Validator() {
        @Override
        public boolean supports(Class<?> type) {
          return type == Host.class;
        }

        @Override
        public void validate(Object target, Errors errors) {
          errors.rejectValue("host", "unknown", "must be in example.com");
          errors.rejectValue("host", "long", ((Host) target).getHost() + " is too long");
        }
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Injected {
    @Value("${db.port}")
    private int port;

    int port() {
      return port;
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Strict {
    @Value("${db.password}")
    private String password;

    String password() {
      return password;
    }

    @Bean
    static PropertySourcesPlaceholderConfigurer placeholders() {
      return new PropertySourcesPlaceholderConfigurer();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Asked {
    @Bean
    Integer port(Environment environment) {
      return environment.getRequiredProperty("db.port", Integer.class);
    }
  }
}
