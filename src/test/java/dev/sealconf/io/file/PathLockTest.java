package dev.sealconf.io.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.error.OutputFailure;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathLockTest {
  @TempDir Path folder;

  /** A server may load the library twice; then the lock of one is held in the same process. */
  @Test
  void waitsForALockThatOtherClassesOfTheProcessHold() throws Exception {
    Path runtime = Files.createDirectory(folder.resolve("runtime"));
    World world = TestWorld.in(folder).with("XDG_RUNTIME_DIR", runtime.toString()).world();
    Path file = Files.writeString(folder.resolve("a.yaml"), "a: 1\n");
    PathLock.holding(world, file, () -> "makes the file of the lock");

    try (FileChannel other = FileChannel.open(lockFile(), StandardOpenOption.WRITE)) {
      assertThat(other.lock().isValid()).isTrue();
      Thread.currentThread().interrupt(); // so that it waits only once
      assertThatThrownBy(() -> PathLock.holding(world, file, () -> "never"))
          .isInstanceOf(OutputFailure.NotWritten.class)
          .hasMessageContaining("another sealconf process is changing it");
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(PathLock.<String>holding(world, file, () -> "free")).isEqualTo("free");
  }

  private Path lockFile() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files =
          all.filter(Files::isRegularFile).filter(path -> !path.endsWith("a.yaml")).toList();
      assertThat(files).hasSize(1);
      return files.get(0);
    }
  }
}
