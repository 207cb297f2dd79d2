package dev.sealconf.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.docs.Page;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles what {@code docs/java.md} says, and runs the program that it starts with. */
class JavaPageTest {
  private static final Path PAGE = Path.of("docs/java.md");
  private static final String IMPORTS =
      """
      import dev.sealconf.*;
      import dev.sealconf.error.SealconfException;
      import java.nio.file.Path;
      import java.time.Duration;
      import java.util.*;
      """;

  private static final Pattern PROVIDED =
      Pattern.compile(
          "<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*"
              + "<version>([^<]+)</version>\\s*<scope>provided</scope>");

  @TempDir Path temporary;

  private static List<String> examples() throws IOException {
    return Page.read(PAGE).blocks().stream()
        .filter(block -> block.kind().equals("java"))
        .map(Page.Block::text)
        .toList();
  }

  @Test
  void theFirstTenLinesWorkWhenPasted() throws Exception {
    Path folder = temporary.toRealPath();
    String program = examples().get(0);
    assertThat(program.lines()).hasSize(10);
    compile(folder, "App", program);
    new Keys(folder)
        .sealed(
            Peers.SOPS_3_13.path(),
            "secrets.yaml",
            "db:\n  user: app\n  password: hunter2\n  port: 5432\n");

    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-cp",
            classPath(folder),
            "App");
    java.environment().put("SOPS_AGE_KEY", Keys.IDENTITY);
    Process process = java.directory(folder.toFile()).redirectErrorStream(true).start();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("user app, port 5432\n");
  }

  @Test
  void theOtherExamplesCompile() throws Exception {
    List<String> others = examples().subList(1, examples().size());
    assertThat(others).hasSizeGreaterThan(4);
    for (int i = 0; i < others.size(); i++) {
      String name = "Example" + i;
      compile(
          temporary,
          name,
          IMPORTS + "class " + name + " {\n  void run() {\n" + others.get(i) + "  }\n}\n");
    }
  }

  @Test
  void theTableOfClientsHasTheDependenciesOfTheCommand() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String page = Files.readString(PAGE);
    List<String> missing = new ArrayList<>();
    PROVIDED
        .matcher(pom)
        .results()
        .filter(found -> !found.group(2).matches("auto-service-annotations|slf4j-nop|spring-boot"))
        .forEach(
            found -> {
              String version = found.group(3);
              if (version.startsWith("${")) {
                String property = version.substring(2, version.length() - 1);
                version = pom.replaceAll("(?s).*<" + property + ">([^<]+)<.*", "$1");
              }
              if (!page.contains(found.group(2) + "`") || !page.contains(version)) {
                missing.add(found.group(2) + " " + version);
              }
            });
    assertThat(PROVIDED.matcher(pom).results().count()).isGreaterThan(8);
    assertThat(missing).isEmpty();
  }

  private static String classPath(Path folder) {
    StringBuilder path = new StringBuilder(folder.toString());
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      path.append(File.pathSeparator).append(Path.of(entry).toAbsolutePath());
    }
    return path.toString();
  }

  private static void compile(Path folder, String name, String source) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                messages,
                "-cp",
                classPath(folder),
                "-proc:none",
                "-d",
                folder.toString(),
                file.toString());
    assertThat(result).as(source + messages.toString(StandardCharsets.UTF_8)).isZero();
  }
}
