package dev.sealconf.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.config.ConfigDataResourceNotFoundException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.cloud.autoconfigure.RefreshAutoConfiguration;
import org.springframework.cloud.context.config.ContextRefreshedWithApplicationEvent;
import org.springframework.cloud.context.refresh.ConfigDataContextRefresher;
import org.springframework.cloud.context.scope.refresh.RefreshScope;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Imports encrypted files through the real {@code SpringApplication}. */
class SpringBootTest {
  private static final String SECRET = "hunter2-swordfish";

  private static final String IDENTITY =
      "AGE-SECRET-KEY-1G0Q5K9TV4REQ3ZSQRMTMG8NSWQGYT0T7TZ33RAZEE0GZYVZN0APSU24RK7";

  @TempDir private Path folder;
  private SpringApplication program;
  private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

  /** What the sample program binds. */
  @ConfigurationProperties("db")
  record Database(String host, int port, String password) {}

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(Database.class)
  static class Program {}

  @AfterEach
  void close() {
    contexts.forEach(ConfigurableApplicationContext::close);
  }

  @Test
  void anImportedFileBindsToARecord() throws IOException {
    String file = encrypted("secrets.yaml", "db:\n  host: h\n  port: 5432\n  password: " + SECRET);
    assertThat(run("sealconf:" + file).getBean(Database.class))
        .isEqualTo(new Database("h", 5432, SECRET));
  }

  @Test
  void aFileForAnActiveProfileOverridesTheOther() throws IOException {
    String file = encrypted("secrets.yaml", "db:\n  host: h\n  port: 1\n  password: x");
    encrypted("secrets-prod.yaml", "db:\n  password: " + SECRET);
    assertThat(run("sealconf:" + file).getBean(Database.class).password()).isEqualTo("x");
    assertThat(run("sealconf:" + file, "--spring.profiles.active=prod").getBean(Database.class))
        .isEqualTo(new Database("h", 1, SECRET));
  }

  @Test
  void aDocumentForAProfileIsActiveOnlyThere() throws IOException {
    String file =
        encrypted(
            "secrets.yaml",
            "db:\n  password: x\n---\nspring.config.activate.on-profile: prod\ndb:\n  password: y");
    assertThat(password(run("sealconf:" + file))).isEqualTo("x");
    assertThat(password(run("sealconf:" + file, "--spring.profiles.active=prod"))).isEqualTo("y");
  }

  @Test
  void otherFormatsAreImportedToo() throws IOException {
    String json = encrypted("a.json", "{\"db\": {\"hosts\": [\"a\", \"b\"], \"password\": \"p\"}}");
    String env = encrypted("b.env", "DB_PORT=9\n");
    ConfigurableApplicationContext context = run("sealconf:" + json + ",sealconf:" + env);
    assertThat(context.getEnvironment().getProperty("db.hosts[1]")).isEqualTo("b");
    assertThat(context.getEnvironment().getProperty("DB_PORT")).isEqualTo("9");
  }

  @Test
  void anOptionalFileMayBeMissing() throws IOException {
    run("optional:sealconf:" + folder.resolve("none.yaml"));
    assertThatThrownBy(() -> run("sealconf:" + folder.resolve("none.yaml")))
        .isInstanceOf(ConfigDataResourceNotFoundException.class);
    assertThatThrownBy(() -> run("sealconf:classpath:none.yaml"))
        .isInstanceOf(ConfigDataResourceNotFoundException.class);
  }

  @Test
  void aFailureShowsHintsAndNoValue() throws IOException {
    String file = encrypted("secrets.yaml", "db:\n  password: " + SECRET);
    Files.writeString(
        Path.of(file), Files.readString(Path.of(file)).replaceFirst("data:.", "data:AAAA"));
    Throwable failure = catchThrowable(() -> run("sealconf:" + file));
    assertThat(failure).isInstanceOf(SealconfException.class);
    FailureAnalysis analysis = new SealconfFailureAnalyzer().analyze(failure);
    assertThat(analysis.getDescription()).contains("secrets.yaml").doesNotContain(SECRET);
    assertThat(analysis.getAction()).isNotBlank().doesNotContain(SECRET);
  }

  @Test
  void aRefreshReadsTheFileAgain() throws IOException {
    String file = encrypted("secrets.yaml", "db:\n  password: before");
    ConfigurableApplicationContext context = run("sealconf:" + file);
    encrypted("secrets.yaml", "db:\n  password: after");
    Set<String> changed = refresher(context).refresh();
    assertThat(changed).contains("db.password");
    assertThat(password(context)).isEqualTo("after");
  }

  @Test
  void aFailedRefreshKeepsTheValues() throws IOException {
    String file = encrypted("secrets.yaml", "db:\n  password: before");
    ConfigurableApplicationContext context = run("sealconf:" + file);
    ConfigDataContextRefresher refresher = refresher(context);
    Files.writeString(Path.of(file), "db:\n  password: plain\n");
    assertThatThrownBy(refresher::refresh).isInstanceOf(OpeningFailure.NotEncrypted.class);
    assertThat(password(context)).isEqualTo("before");
    Files.delete(Path.of(file));
    assertThatThrownBy(refresher::refresh).isInstanceOf(ConfigDataResourceNotFoundException.class);
    assertThat(password(context)).isEqualTo("before");
  }

  private ConfigDataContextRefresher refresher(ConfigurableApplicationContext context) {
    RefreshScope scope = new RefreshScope();
    scope.setApplicationContext(context);
    ConfigDataContextRefresher refresher =
        new ConfigDataContextRefresher(
            context, scope, new RefreshAutoConfiguration.RefreshProperties());
    refresher.onApplicationEvent(
        new ContextRefreshedWithApplicationEvent(program, new String[0], context));
    return refresher;
  }

  private static String password(ConfigurableApplicationContext context) {
    return context.getEnvironment().getProperty("db.password");
  }

  private ConfigurableApplicationContext run(String location, String... more) throws IOException {
    program = new SpringApplication(Program.class);
    program.setBannerMode(Banner.Mode.OFF);
    program.setWebApplicationType(WebApplicationType.NONE);
    program.setLogStartupInfo(false);
    program.setRegisterShutdownHook(false);
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--spring.config.import=" + location);
    arguments.add("--sealconf.age-key-file=" + folder.resolve("keys.txt"));
    Files.writeString(folder.resolve("keys.txt"), IDENTITY + "\n");
    ConfigurableApplicationContext context = program.run(arguments.toArray(String[]::new));
    contexts.add(context);
    return context;
  }

  private String encrypted(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    TestWorld world =
        TestWorld.in(folder)
            .with(
                "SOPS_AGE_RECIPIENTS",
                "age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun");
    assertThat(CommandLines.run(world.world(), "sealconf", List.of("encrypt", "-i", name)))
        .isZero();
    return file.toString();
  }
}
