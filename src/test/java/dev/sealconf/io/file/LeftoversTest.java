package dev.sealconf.io.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.io.TestWorld;
import dev.sealconf.io.file.SafeFile.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
  @TempDir Path folder;
  private TestWorld world;
  private Path file;

  @BeforeEach
  void makeAFile() throws IOException {
    world = TestWorld.in(folder).at(Instant.now().plusSeconds(3700));
    file = Files.writeString(folder.resolve("app.yaml"), "old");
  }

  @Test
  void aFolderIsSearchedOnceHoweverManyFilesAreWrittenInIt() throws IOException {
    SafeFile files = new SafeFile(world.world());
    write(files, "1");
    Path leftover = Files.createDirectory(folder.resolve(".app.yaml." + "0a".repeat(12) + ".tmp"));
    write(files, "2");
    assertThat(leftover).as("is not searched for again").exists();
    write(new SafeFile(world.world()), "3");
    assertThat(leftover).doesNotExist();
  }

  private void write(SafeFile files, String text) {
    assertThat(files.update(file, Content.SEALED, old -> text.getBytes(UTF_8))).isTrue();
  }
}
