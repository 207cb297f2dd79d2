package dev.sealconf.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLocatorTest {
  @TempDir Path folder;

  private static Optional<ConfigFile> find(TestWorld world, String... named) {
    return new ConfigLocator(world.world())
        .find(named.length == 0 ? Optional.empty() : Optional.of(named[0]));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void looksFromTheWorkingDirectoryUpward() throws IOException {
    write(folder.resolve(".sops.yaml"), "sealconf: {require_seal: true}");
    Path below = Files.createDirectories(folder.resolve("a/b/c"));
    assertThat(find(TestWorld.in(below)).orElseThrow().requireSeal()).isTrue();
    write(folder.resolve("a/.sops.yaml"), "sealconf: {require_seal: false}");
    assertThat(find(TestWorld.in(below)).orElseThrow().requireSeal()).isFalse();
  }

  @Test
  void usesOnlyTheNamedFile() throws IOException {
    write(folder.resolve(".sops.yaml"), "sealconf: {require_seal: true}");
    write(folder.resolve("other.yaml"), "{}");
    assertThat(find(TestWorld.in(folder), "other.yaml").orElseThrow().requireSeal()).isFalse();
    assertThatThrownBy(() -> find(TestWorld.in(folder), "missing.yaml"))
        .hasMessageContaining("the configuration file doesn't exist");
  }

  @Test
  void warnsOfAFileWithTheWrongEnding() throws IOException {
    TestWorld world = TestWorld.in(Files.createDirectories(folder.resolve("a")));
    write(folder.resolve("a/.sops.yml"), "sealconf: {require_seal: true}");
    write(folder.resolve(".sops.yaml"), "{}");
    assertThat(find(world).orElseThrow().requireSeal()).isFalse();
    assertThat(world.err()).contains("ignoring '.sops.yml'").contains("instead");
  }

  @Test
  void reportsThatAFolderIsNotAConfigurationFile() throws IOException {
    Files.createDirectories(folder.resolve(".sops.yaml"));
    assertThatThrownBy(() -> find(TestWorld.in(folder)))
        .hasMessage("the configuration file is a folder");
  }

  @Test
  void readsOnlyRegularFilesOfABoundedSize() throws Exception {
    Path file = folder.resolve(".sops.yaml");
    Process made = new ProcessBuilder("mkfifo", file.toString()).start();
    assertThat(made.waitFor()).isZero();
    assertThatThrownBy(() -> find(TestWorld.in(folder)))
        .hasMessage("the configuration file is not a regular file");
    Files.delete(file);
    write(file, "#".repeat((1 << 20) + 1));
    assertThatThrownBy(() -> find(TestWorld.in(folder)))
        .hasMessage("the configuration file is larger than 1 MiB");
  }
}
