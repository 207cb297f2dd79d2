package dev.sealconf.keys.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.service.CallFailure.Reason;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyProvider;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client and a server in one process. */
final class KeyServiceTest {
  private static final String RECIPIENT =
      "age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun";
  private static final String IDENTITY =
      "AGE-SECRET-KEY-1G0Q5K9TV4REQ3ZSQRMTMG8NSWQGYT0T7TZ33RAZEE0GZYVZN0APSU24RK7";
  private static final ServiceAddress ANY_PORT = new ServiceAddress.Tcp("127.0.0.1", 0);
  private static final byte[] SHARE = new byte[33];

  @TempDir Path folder;
  private TestWorld holder;

  @BeforeEach
  void open() {
    holder = TestWorld.in(folder).with("SOPS_AGE_KEY", IDENTITY);
    SHARE[0] = 7;
  }

  @Test
  void wrapsAndUnwrapsOverTheNetwork() throws Exception {
    try (RunningService service = new RunningService(holder, ANY_PORT, false)) {
      assertThat(service.beyondThisMachine()).isFalse();
      roundTrip(service.client());
      assertThat(service.log)
          .containsExactly(
              "encrypt with age '" + RECIPIENT + "': done",
              "decrypt with age '" + RECIPIENT + "': done");
    }
  }

  @Test
  void wrapsAndUnwrapsOverASocketThatOnlyItsOwnerCanUse() throws Exception {
    Path socket = folder.resolve("keys.sock");
    try (RunningService service =
        new RunningService(holder, new ServiceAddress.Unix(socket), false)) {
      assertThat((int) Files.getAttribute(socket, "unix:mode") & 0777).isEqualTo(0600);
      roundTrip(service.client());
      roundTrip(service.client());
    }
    assertThat(Files.exists(socket, LinkOption.NOFOLLOW_LINKS)).isFalse();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void answersManyAtOnce() throws Exception {
    Path socket = folder.resolve("keys.sock");
    try (RunningService service =
        new RunningService(holder, new ServiceAddress.Unix(socket), false)) {
      RemoteKeys client = service.client();
      assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> wrap(client, age())).distinct())
          .hasSize(64);
    }
  }

  @Test
  void closesSilentConnections() throws Exception {
    try (RunningService service = new RunningService(holder, ANY_PORT, false)) {
      ServiceAddress.Tcp address = (ServiceAddress.Tcp) service.address();
      List<Socket> silent = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        silent.add(new Socket(address.host(), address.port()));
      }

      roundTrip(service.client());
      for (Socket connection : silent.subList(0, 64)) {
        connection.setSoTimeout(60_000);
        connection.getInputStream().readAllBytes();
        connection.close();
      }
    }
  }

  @Test
  void reportsWhyAKeyDoesNotOpen() throws Exception {
    String enc;
    try (RunningService service = new RunningService(holder, ANY_PORT, false)) {
      enc = wrap(service.client(), age());
    }
    try (RunningService stranger = new RunningService(TestWorld.in(folder), ANY_PORT, false)) {
      SealconfException failure = unwrapFailure(stranger.client(), age(), enc);

      assertThat(ExitCode.of(failure)).isEqualTo(ExitCode.NO_DATA_KEY);
      assertThat(failure)
          .hasMessageStartingWith("the key service '" + stranger.address().uri() + "' could not")
          .hasMessageContaining("keys.txt");
    }
  }

  @Test
  void doesNotShowTheMessageOfAServiceThatHasSeenTheDataKey() throws Exception {
    MasterKey nobody =
        new MasterKey("age", "age1", new TreeMap<>(Map.of("recipient", new Field.Text("age1"))));
    try (RunningService service = new RunningService(holder, ANY_PORT, false)) {
      SealconfException failure =
          catchThrowableOfType(SealconfException.class, () -> wrap(service.client(), nobody));

      assertThat(ExitCode.of(failure)).isEqualTo(ExitCode.GENERIC);
      assertThat(failure).hasMessageEndingWith("could not encrypt; its own messages may say why");
      assertThat(service.log)
          .hasSize(1)
          .first()
          .asString()
          .startsWith("encrypt with age 'age1': failed: ");
    }
  }

  @Test
  void asksNoOneAboutKeysThatTheProtocolHasNot() throws Exception {
    try (RunningService service = new RunningService(holder, ANY_PORT, false)) {
      assertThat(unwrapFailure(service.client(), key("tink", "prod"), "AA=="))
          .hasMessageContaining("has no keys of the kind 'tink'");
      assertThat(service.log).isEmpty();
    }
  }

  @Test
  void refusesKindsThatItDoesNotKnow() throws Exception {
    try (RunningService service = new RunningService(holder, ANY_PORT, false)) {
      assertThat(failure(service, Procedure.DECRYPT, "0a02" + "7a00").reason())
          .isEqualTo(Reason.NOT_FOUND);
      assertThat(failure(service, Procedure.DECRYPT, "")).hasMessage("Must provide a key");
      assertThat(failure(service, Procedure.ENCRYPT, "0a00").reason()).isEqualTo(Reason.NOT_FOUND);
    }
  }

  @Test
  void refusesRequestsThatMakeNoSense() throws Exception {
    try (RunningService service = new RunningService(holder, ANY_PORT, false)) {
      for (String request :
          List.of("ff", "0aff01", "0a0532030a01ff", "0a0532030a0161" + "1201ff")) {
        assertThat(failure(service, Procedure.DECRYPT, request).reason())
            .isEqualTo(Reason.MALFORMED);
      }
      assertThat(failure(service, Procedure.ENCRYPT, "0a0532030a0161" + "12020102"))
          .hasMessageContaining("32 bytes");
    }
  }

  @Test
  void asksKeysInAnotherPlaceOnlyIfItsOwnConfigurationNamesThem() throws Exception {
    MasterKey kms = key("kms", "arn:aws:kms:eu-west-1:123456789012:key/abc");
    try (RunningService service = new RunningService(holder, ANY_PORT, false)) {
      assertThat(unwrapFailure(service.client(), kms, "AA=="))
          .hasMessageContaining("neither .sops.yaml nor the environment of the key service");
    }
    try (RunningService service = new RunningService(holder, ANY_PORT, false, kms)) {
      assertThat(unwrapFailure(service.client(), kms, "AA=="))
          .hasMessageNotContaining("neither .sops.yaml");
    }
  }

  private void roundTrip(RemoteKeys client) {
    String enc = wrap(client, age());
    assertThat(enc).startsWith("-----BEGIN AGE ENCRYPTED FILE-----");
    try (SecretBytes share = client.unwrap(new WrappedKey(age(), enc))) {
      assertThat(share.exposed()).isEqualTo(SHARE);
    }
  }

  static MasterKey age() {
    return key("age", RECIPIENT);
  }

  static MasterKey key(String provider, String recipient) {
    KeyProvider found = RunningService.PROVIDERS.named(provider).orElseThrow();
    return found.parse(recipient).get(0);
  }

  static String wrap(RemoteKeys client, MasterKey key) {
    return client.wrap(SecretBytes.owning(SHARE.clone()), key);
  }

  static SealconfException unwrapFailure(RemoteKeys client, MasterKey key, String enc) {
    return catchThrowableOfType(
        SealconfException.class, () -> client.unwrap(new WrappedKey(key, enc)));
  }

  private static CallFailure failure(RunningService service, Procedure procedure, String request) {
    return catchThrowableOfType(
        CallFailure.class, () -> service.line().call(procedure, HexFormat.of().parseHex(request)));
  }
}
