package dev.sealconf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeersTest {

  @ParameterizedTest
  @EnumSource(Peers.class)
  void thePathOfAPeerExists(Peers peer) {
    Path path = peer.path();
    assertThat(Files.exists(path)).as(peer.variable()).isTrue();
  }
}
