package dev.sealconf.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sealconf.error.ConfigFailure;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.library.Keys;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Which files are imported, and which mistakes in an import end the program. */
class ImportsTest {
  @TempDir private Path folder;
  private ImportingProgram program;

  @Configuration(proxyBeanMethods = false)
  static class Empty {}

  @BeforeEach
  void create() throws IOException {
    program = new ImportingProgram(folder);
  }

  @AfterEach
  void close() {
    program.close();
  }

  private ConfigurableApplicationContext run(String imports, String... more) {
    return program.run(Empty.class, imports, more);
  }

  private static String bound(ConfigurableApplicationContext context, String name) {
    return Binder.get(context.getEnvironment()).bind(name, Bindable.of(String.class)).orElse("");
  }

  @Test
  void theLaterImportOverridesTheEarlier() throws IOException {
    String one = program.encrypted("one.yaml", "db:\n  password: one\n  user: u\n");
    String two = program.encrypted("two.yaml", "db:\n  password: two\n");
    ConfigurableApplicationContext context = run("sealconf:" + one + ",sealconf:" + two);
    assertThat(bound(context, "db.password")).isEqualTo("two");
    assertThat(bound(context, "db.user")).isEqualTo("u");
  }

  @Test
  void anEnvFileForAProfileOverridesToo() throws IOException {
    String env = program.encrypted(".env", "DB_PASSWORD=base\nDB_USER=u\n");
    program.encrypted(".env.prod", "DB_PASSWORD=prod\n");
    ConfigurableApplicationContext context =
        run("sealconf:" + env, "--spring.profiles.active=prod");
    assertThat(bound(context, "db.password")).isEqualTo("prod");
    assertThat(bound(context, "db.user")).isEqualTo("u");
    assertThat(bound(run("sealconf:" + env + ".prod"), "db.password")).isEqualTo("prod");
  }

  @Test
  void anImportOverridesTheFileThatImportsItButNotTheCommandLine() throws IOException {
    String file = program.encrypted("one.yaml", "db:\n  user: imported\n  password: imported\n");
    Path importing =
        Files.writeString(
            folder.resolve("application.properties"),
            "db.user=plain\nspring.config.import=sealconf:" + file + "\n");
    String location = "--spring.config.location=file:" + importing;
    ConfigurableApplicationContext context = run("", location, "--db.password=argument");
    assertThat(bound(context, "db.user")).isEqualTo("imported");
    assertThat(bound(context, "db.password")).isEqualTo("argument");
  }

  @Test
  void anImportOnTheCommandLineOverridesTheConfigurationFiles() throws IOException {
    String file = program.encrypted("one.yaml", "db:\n  user: imported\n");
    Path plain = Files.writeString(folder.resolve("application.properties"), "db.user=plain\n");
    ConfigurableApplicationContext context =
        run("sealconf:" + file, "--spring.config.location=file:" + plain);
    assertThat(bound(context, "db.user")).isEqualTo("imported");
  }

  @Test
  void aVariableOfAnEnvFileOverridesTheProperty() throws IOException {
    String yaml = program.encrypted("one.yaml", "db:\n  password: one\n");
    String env = program.encrypted("two.env", "DB_PASSWORD=two\nDB_HOSTS_0=h\n");
    ConfigurableApplicationContext context = run("sealconf:" + yaml + ",sealconf:" + env);
    assertThat(bound(context, "db.password")).isEqualTo("two");
    assertThat(bound(context, "db.hosts[0]")).isEqualTo("h");
  }

  @Test
  void aLocationOfTheConfigurationMayBeEncrypted() throws IOException {
    String file = program.encrypted("application.yaml", "db:\n  password: p\n");
    program.encrypted("application-prod.yaml", "db:\n  password: prod\n");
    String location = "--spring.config.location=sealconf:" + file;
    assertThat(bound(run("", location), "db.password")).isEqualTo("p");
    assertThat(bound(run("", location, "--spring.profiles.active=prod"), "db.password"))
        .isEqualTo("prod");
  }

  @Test
  void resourcesInAJarAreImported() throws IOException {
    Path jar = folder.resolve("program.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : new String[] {"sealed.yaml", "sealed-prod.yaml"}) {
        out.putNextEntry(new ZipEntry("config/" + name));
        out.write(Files.readAllBytes(Path.of(program.encrypted(name, "from: " + name + "\n"))));
      }
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader jars = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
      thread.setContextClassLoader(jars);
      String location = "sealconf:classpath:/config/sealed.yaml";
      assertThat(bound(run(location), "from")).isEqualTo("sealed.yaml");
      assertThat(bound(run(location, "--spring.profiles.active=prod"), "from"))
          .isEqualTo("sealed-prod.yaml");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void theOriginIsTheFile() throws IOException {
    String file = program.encrypted("secrets.yaml", "db:\n  password: hunter2\n");
    assertThat(run("sealconf:" + file).getEnvironment().getPropertySources())
        .filteredOn(EncryptedSource.class::isInstance)
        .singleElement()
        .extracting(source -> OriginLookup.getOrigin(source, "db.password").toString())
        .isEqualTo("sealconf:" + file);
  }

  @Test
  void anImportWithoutANameFails() {
    for (String location : new String[] {"", "classpath:", "classpath:/"}) {
      for (String optional : new String[] {"", "optional:"}) {
        assertThatThrownBy(() -> run(optional + "sealconf:" + location))
            .isInstanceOf(UsageFailure.NoFile.class)
            .hasMessageContaining("names no file");
      }
    }
  }

  @Test
  void anEmptyPropertyFails() throws IOException {
    String file = program.encrypted("secrets.yaml", "a: b\n");
    for (String property : new String[] {"sealconf.age-key-file", "sealconf.config"}) {
      assertThatThrownBy(() -> run("sealconf:" + file, "--" + property + "="))
          .isInstanceOf(UsageFailure.InvalidValue.class)
          .hasMessage("the property " + property + " is empty");
    }
  }

  @Test
  void aPatternAndAFolderFail() {
    assertThatThrownBy(() -> run("optional:sealconf:" + folder + "/*.yaml"))
        .isInstanceOf(UsageFailure.Mistake.class)
        .hasMessageContaining("*");
    assertThatThrownBy(() -> run("optional:sealconf:" + folder))
        .isInstanceOf(FileFailure.Unreadable.class);
  }

  @Test
  void anOptionalFileThatExistsMustOpen() throws IOException {
    String file = "optional:sealconf:" + program.encrypted("secrets.yaml", "a: b\n");
    Path other = Files.writeString(folder.resolve("other.txt"), Keys.OTHER + "\n");
    assertThatThrownBy(() -> run(file, "--sealconf.age-key-file=" + other))
        .isInstanceOf(KeyFailure.class);
    assertThatThrownBy(() -> run(file, "--sealconf.config=" + folder.resolve("none.yaml")))
        .isInstanceOf(ConfigFailure.class);
    Path plain = Files.writeString(folder.resolve("plain.yaml"), "a: b\n");
    assertThatThrownBy(() -> run("optional:sealconf:" + plain))
        .isInstanceOf(OpeningFailure.NotEncrypted.class);
  }

  @Test
  void aLinkToNothingIsNotAMissingFile() throws IOException {
    String file = program.encrypted("secrets.yaml", "a: b\n");
    Path link =
        Files.createSymbolicLink(folder.resolve("secrets-prod.yaml"), folder.resolve("none.yaml"));
    assertThatThrownBy(() -> run("sealconf:" + file, "--spring.profiles.active=prod"))
        .isInstanceOf(FileFailure.Missing.class);
    assertThatThrownBy(() -> run("optional:sealconf:" + link))
        .isInstanceOf(FileFailure.Missing.class);
  }

  @Test
  void aMissingResourceIsExplained() {
    Throwable failure = catchThrowable(() -> run("sealconf:classpath:none.yaml"));
    assertThat(new SealconfFailureAnalyzer().analyze(failure).getDescription())
        .isEqualTo("there is no resource 'none.yaml' on the class path");
  }
}
