package dev.sealconf.io.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What does not need a launcher; TextconvServerIT has the rest. */
@EnabledOnOs(OS.LINUX)
class RequestFolderTest {
  private static final long OWN = ProcessHandle.current().pid();

  @TempDir Path place;

  private Path folder(long process, long start) throws Exception {
    Path folder = place.resolve(RequestFolder.PREFIX + process + "-" + start);
    Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    List<String> command = new ArrayList<>(List.of("mkfifo", folder + "/request"));
    for (int i = 1; i <= 4; i++) {
      command.add(folder + "/reply" + i);
    }
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    return folder;
  }

  /** Field 22 of {@code /proc/self/stat}. */
  private static long ownStart() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[19]);
  }

  @Test
  void refusesAFolderThatOtherUsersCanEnter() throws Exception {
    Path folder = folder(OWN, 1);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThatThrownBy(() -> new RequestFolder(folder)).isInstanceOf(IOException.class);
    Path link = Files.createSymbolicLink(place.resolve("link"), folder(OWN, 2));
    assertThatThrownBy(() -> new RequestFolder(link)).isInstanceOf(IOException.class);
  }

  @Test
  void removesItsOwnFolderAndThoseOfProcessesThatAreGone() throws Exception {
    Path abandoned = folder(OWN, ownStart() + 1);
    Path used = folder(OWN, ownStart());
    Path other = Files.createDirectory(place.resolve(RequestFolder.PREFIX + "x"));
    try (RequestFolder own = new RequestFolder(folder(OWN, ownStart() + 2))) {
      own.removeAbandoned();
    }
    assertThat(abandoned).doesNotExist();
    assertThat(used).exists();
    assertThat(other).exists();
  }

  @Test
  void knowsProcessesByTheirStart() throws Exception {
    OtherProcess own = new OtherProcess(OWN);
    assertThat(own.runsSince(ownStart())).isTrue();
    assertThat(own.runsSince(ownStart() + 1)).isFalse();
    long parent = ProcessHandle.current().parent().orElseThrow().pid();
    assertThat(own.descendsFrom(parent, 1)).isTrue();
    assertThat(own.descendsFrom(OWN, 3)).isFalse();
  }
}
