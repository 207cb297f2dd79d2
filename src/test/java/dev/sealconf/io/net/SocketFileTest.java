package dev.sealconf.io.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SocketFileTest {
  @TempDir Path folder;
  private Path file;
  private World world;

  @BeforeEach
  void open() {
    file = folder.resolve("k.sock");
    world = TestWorld.in(folder).world();
  }

  @Test
  void onlyTheOwnerCanUseTheSocketAndClosingRemovesIt() throws IOException {
    try (SocketFile socket = SocketFile.listen(world, file)) {
      assertThat((int) Files.getAttribute(file, "unix:mode") & 0777).isEqualTo(0600);
      try (SocketChannel client = connected();
          SocketChannel accepted = socket.channel().accept()) {
        assertThat(client.isConnected() && accepted.isConnected()).isTrue();
      }
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void replacesWhatAKilledServerLeft() throws IOException {
    try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      killed.bind(UnixDomainSocketAddress.of(file));
    }
    assertThat(Files.exists(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
    try (SocketFile socket = SocketFile.listen(world, file);
        SocketChannel client = connected()) {
      assertThat(client.isConnected()).isTrue();
      assertThat(socket.file()).isEqualTo(file);
    }
  }

  @Test
  void refusesASocketThatAnotherProgramListensOn() throws IOException {
    try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      other.bind(UnixDomainSocketAddress.of(file));
      assertThatThrownBy(() -> SocketFile.listen(world, file))
          .hasMessage("another program is listening at 'k.sock'");
    }
    assertThat(Files.exists(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  @Test
  void refusesAFileThatIsNotASocket() throws IOException {
    Files.writeString(file, "mine");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    for (Path there : new Path[] {file, link, folder}) {
      assertThatThrownBy(() -> SocketFile.listen(world, there))
          .hasMessageContaining("exists already and is not a socket");
    }
    assertThat(file).hasContent("mine");
  }

  @Test
  void refusesAMissingFolderAndAPathThatIsTooLong() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("d".repeat(100)));
    for (Path path : new Path[] {folder.resolve("none/k.sock"), deep.resolve("k.sock")}) {
      assertThatThrownBy(() -> SocketFile.listen(world, path))
          .hasMessageContaining("can't make the socket");
    }
    assertThat(deep).isEmptyDirectory();
  }

  @Test
  void leavesAReplacementFileAlone() throws IOException {
    SocketFile socket = SocketFile.listen(world, file);
    Files.delete(file);
    Files.writeString(file, "somebody's");
    socket.close();
    assertThat(file).hasContent("somebody's");
  }

  private SocketChannel connected() throws IOException {
    return SocketChannel.open(UnixDomainSocketAddress.of(file));
  }
}
