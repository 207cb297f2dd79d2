package dev.sealconf.keys.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServiceAddressTest {
  private final World world = TestWorld.in(Path.of("/here/folder")).world();

  @ParameterizedTest
  @CsvSource({
    "tcp://127.0.0.1:5000, 127.0.0.1, 5000",
    "tcp://keys.example.com:65535/, keys.example.com, 65535",
    "tcp://[::1]:5000, ::1, 5000",
    "' tcp://h:1 ', h, 1"
  })
  void readsAddressesOfTheNetwork(String uri, String host, int port) {
    assertThat(ServiceAddress.parse(uri, world)).isEqualTo(new ServiceAddress.Tcp(host, port));
  }

  @Test
  void readsPathsOfSockets() {
    ServiceAddress address = ServiceAddress.parse("unix:///run/../tmp/keys.sock", world);
    assertThat(address).isEqualTo(new ServiceAddress.Unix(Path.of("/tmp/keys.sock")));
    assertThat(address.uri()).isEqualTo("unix:///tmp/keys.sock");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.1:5000",
        "http://h:1",
        "tcp:h:1",
        "tcp://h",
        "tcp://h:",
        "tcp://:5000",
        "tcp://h:0",
        "tcp://h:65536",
        "tcp://h:-1",
        "tcp://h:1a",
        "tcp://::1:5000",
        "tcp://user@h:1",
        "tcp://h/path:1",
        "unix://relative",
        "unix:relative"
      })
  void refusesMalformedAddresses(String uri) {
    assertThatThrownBy(() -> ServiceAddress.parse(uri, world))
        .isInstanceOf(SealconfException.class)
        .hasMessageContaining("is not the address of a key service");
  }

  @Test
  void listensOnTheSameAddressesAsGo() {
    assertThat(ServiceAddress.listening("tcp", ":0", world))
        .isEqualTo(new ServiceAddress.Tcp("", 0));
    assertThat(ServiceAddress.listening("tcp", "[::1]:7", world).uri()).isEqualTo("tcp://[::1]:7");
    assertThat(ServiceAddress.listening("unix", "keys.sock", world))
        .isEqualTo(new ServiceAddress.Unix(Path.of("/here/folder/keys.sock")));
  }

  @Test
  void hintsHowToStartAServer() {
    assertThat(new ServiceAddress.Tcp("::1", 7).server())
        .isEqualTo("sealconf keyservice --address '[::1]:7'");
    assertThat(new ServiceAddress.Unix(Path.of("/k")).server())
        .isEqualTo("sealconf keyservice --network unix --address /k");
  }
}
