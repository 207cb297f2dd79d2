package dev.sealconf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often a command reads a text at most. Reading is a large part of the time for large files.
 */
class ParseCountTest {
  @TempDir Path folder;
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @BeforeEach
  void countsReads() throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(DocumentFormat.class.getName()), CountedYaml.class.getName() + "\n");
    URL[] path = {folder.toUri().toURL()};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(path, before));
    Files.writeString(folder.resolve("plain.yaml"), "a: one\nb: two\n");
    reads("init", "--yes");
    reads("encrypt", "--output", "sealed.yaml", "plain.yaml");
  }

  @AfterEach
  void restoresTheLoader() throws Exception {
    ((URLClassLoader) Thread.currentThread().getContextClassLoader()).close();
    Thread.currentThread().setContextClassLoader(before);
  }

  /** Runs a command, which has to succeed. */
  private int reads(String... words) {
    TestWorld world = TestWorld.in(folder);
    int start = CountedYaml.READS.get();
    int exit = CommandLines.run(world.world(), "sealconf", List.of(words));
    assertThat(exit).as(world.err()).isZero();
    return CountedYaml.READS.get() - start;
  }

  /** The file, and what is about to be printed. */
  @Test
  void decryptReadsAtMostTwoTexts() {
    assertThat(reads("decrypt", "sealed.yaml")).isBetween(1, 2);
  }

  /** The seal says that the plain text is the original one, so it isn't read again. */
  @Test
  void decryptOfASpelledFileReadsOnlyTheFile() throws IOException {
    Files.writeString(folder.resolve("spelled.yaml"), "a: 1.10\nb: >\n  folded\n  text\n");
    reads("encrypt", "-i", "spelled.yaml");
    assertThat(reads("decrypt", "spelled.yaml")).isEqualTo(1);
  }

  @Test
  void encryptReadsAtMostThreeTexts() {
    assertThat(reads("encrypt", "plain.yaml")).isBetween(1, 3);
  }

  @Test
  void setReadsAtMostSevenTexts() {
    assertThat(reads("set", "sealed.yaml", "[\"a\"]", "\"other\"")).isBetween(1, 7);
  }
}
