package dev.sealconf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.cli.command.Command;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.io.TestWorld;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A format and a command that are added to the program, compiled from docs/extending.md. */
class ExtensionTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

  @TempDir Path folder;

  private Path work;

  @BeforeEach
  void writesAPlainFile() throws IOException {
    work = Files.createDirectories(folder.resolve("work"));
    Files.writeString(work.resolve("a.yaml"), "a: one\n");
  }

  @Test
  void aFormatIsOneClass() throws Exception {
    String imports =
        imports(
            "com.google.auto.service.AutoService",
            "dev.sealconf.document.*",
            "dev.sealconf.document.format.json.JsonFormat");
    try (URLClassLoader loader =
        withService("TfstateFormat", imports + block("TfstateFormat"), DocumentFormat.class)) {
      inLoader(
          loader,
          () -> {
            Files.writeString(work.resolve("a.tfstate"), "{\"a\": \"one\"}\n");
            runs(world(), "init", "--yes");
            runs(world(), "encrypt", "-i", "a.tfstate");
            assertThat(work.resolve("a.tfstate")).content().contains("{\"a\": \"ENC[");
            assertThat(runs(world(), "decrypt", "a.tfstate")).isEqualTo("{\"a\": \"one\"}\n");
            assertThat(runs(world(), "decrypt", "--help")).contains("json, tfstate");
            assertThat(runs(world(), "completion", "bash")).contains("json tfstate");
          });
    }
  }

  @Test
  void aCommandIsOneClass() throws Exception {
    String imports =
        imports(
            "com.google.auto.service.AutoService",
            "dev.sealconf.cli.command.Command",
            "dev.sealconf.cli.failure.FailedFiles",
            "dev.sealconf.cli.option.*",
            "dev.sealconf.session.*",
            "dev.sealconf.session.task.*",
            "java.util.List");
    try (URLClassLoader loader =
        withService("RecipientsCommand", imports + block("RecipientsCommand"), Command.class)) {
      inLoader(
          loader,
          () -> {
            runs(world(), "init", "--yes");
            runs(world(), "encrypt", "-i", "a.yaml");
            assertThat(runs(world(), "recipients", "a.yaml")).matches("age1[0-9a-z]+\n");
            assertThat(runs(world(), "help"))
                .containsSubsequence("who ", "recipients ", "explain ");
            assertThat(runs(world(), "man"))
                .contains("List the recipients of an encrypted file")
                .contains("sealconf recipients secrets.yaml");
          });
    }
  }

  @Test
  void onlyTheCommandThatIsAskedForIsLoaded() throws Exception {
    Path services = Files.createDirectories(folder.resolve("classes/META-INF/services"));
    Files.writeString(
        services.resolve(Command.class.getName()),
        "# commands that are not there\ncom.example.MissingCommand # no class\n");
    URL[] path = {folder.resolve("classes").toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
      inLoader(
          loader,
          () -> {
            runs(world(), "init", "--yes");
            runs(world(), "encrypt", "-i", "a.yaml");
            TestWorld world = world();
            assertThat(CommandLines.run(world.world(), "sealconf", List.of("help"))).isEqualTo(1);
            assertThat(world.err())
                .contains("the class 'com.example.MissingCommand' can't be loaded");
          });
    }
  }

  private interface Check {
    void run() throws IOException;
  }

  /** Runs with this as the loader that services are found through. */
  private static void inLoader(ClassLoader loader, Check check) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      check.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** A loader of the program and one more class, which is a service of this type. */
  private URLClassLoader withService(String type, String source, Class<?> service)
      throws IOException {
    Path file = Files.writeString(folder.resolve(type + ".java"), source);
    Path classes = folder.resolve("classes");
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve(service.getName()), type);
    String classPath = System.getProperty("java.class.path");
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                messages,
                "-cp",
                classPath,
                "-proc:none",
                "-d",
                classes.toString(),
                file.toString());
    assertThat(result).as(messages.toString(StandardCharsets.UTF_8)).isZero();
    return new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
  }

  private static String imports(String... names) {
    return Stream.of(names).map(name -> "import " + name + ";\n").reduce("", String::concat);
  }

  /** The example of the page that declares this class. */
  private static String block(String type) throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("docs/extending.md")))
        .results()
        .map(block -> block.group(1))
        .filter(block -> block.contains("class " + type + " "))
        .findFirst()
        .orElseThrow();
  }

  private TestWorld world() {
    return TestWorld.in(work);
  }

  private static String runs(TestWorld world, String... words) {
    int exit = CommandLines.run(world.world(), "sealconf", List.of(words));
    assertThat(exit).as(world.err()).isZero();
    return world.out();
  }
}
