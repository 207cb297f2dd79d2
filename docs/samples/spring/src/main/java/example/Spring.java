package example;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Binds an encrypted file, which application.properties imports, to a record. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Spring.Settings.class)
public class Spring {

  /** The values of secrets.yaml. */
  @ConfigurationProperties
  public record Settings(Database db, List<Server> servers) {}

  /** How to reach the database. */
  public record Database(String user, String password, int port) {}

  /** One of several servers. */
  public record Server(String host, Duration timeout) {}

  public static void main(String[] args) {
    try (ConfigurableApplicationContext context = SpringApplication.run(Spring.class, args)) {
      Settings settings = context.getBean(Settings.class);
      System.out.println("user " + settings.db().user() + ", port " + settings.db().port());
      for (Server server : settings.servers()) {
        System.out.println(server.host() + ", " + server.timeout().toSeconds() + " s");
      }
    }
  }
}
