package dev.sealconf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes that lambdas are turned into for the jar do what the lambdas do. */
class LambdaClassesTest {
  private static final Path BUILD = Path.of("src/build");

  @TempDir Path folder;

  private Path plain;

  @BeforeEach
  void turnsLambdasIntoClasses() throws Exception {
    Path tool = Files.createDirectory(folder.resolve("tool"));
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", tool.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    for (String source : List.of("LambdaClasses", "LambdaWriter", "Lambda", "StackTypes")) {
      arguments.add(BUILD.resolve(source + ".java").toString());
    }
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(exit).isZero();

    Path compiled = Files.createDirectories(folder.resolve("compiled/dev/sealconf"));
    for (Path file : shapes()) {
      Files.copy(file, compiled.resolve(file.getFileName()));
    }
    plain = folder.resolve("plain");
    URL[] path = {tool.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
      Object[] folders = {new String[] {folder.resolve("compiled").toString(), plain.toString()}};
      loader.loadClass("LambdaClasses").getMethod("main", String[].class).invoke(null, folders);
    }
  }

  private static List<Path> shapes() throws Exception {
    Path own = Path.of(LambdaShapes.class.getResource("LambdaShapes.class").toURI());
    try (Stream<Path> files = Files.list(own.getParent())) {
      return files.filter(f -> f.getFileName().toString().startsWith("LambdaShapes")).toList();
    }
  }

  @Test
  void theResultsAreTheSame() throws Exception {
    URL[] path = {plain.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
      Object results =
          loader.loadClass(LambdaShapes.class.getName()).getMethod("results").invoke(null);
      assertThat(LambdaShapes.results()).hasSizeGreaterThan(10).isEqualTo(results);
    }
  }

  @Test
  void noLambdaIsLeft() throws Exception {
    assertThat(mentions(folder.resolve("compiled"))).isPositive();
    assertThat(mentions(plain)).isZero();
  }

  private static long mentions(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> text(file).contains("java/lang/invoke/LambdaMetafactory"))
          .count();
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
