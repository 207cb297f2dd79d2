package dev.sealconf.keys.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.keys.service.CallFailure.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Services and clients that are dead, slow, or speak something else. */
@Timeout(120)
final class HostileServiceTest {
  private static final ServiceAddress ANY_PORT = new ServiceAddress.Tcp("127.0.0.1", 0);
  private static final Duration SHORT = Duration.ofMillis(1500);

  @TempDir Path folder;

  @Test
  void reportsThatAServiceThatIsGoneCannotBeReached() throws Exception {
    ServiceAddress gone;
    try (RunningService service = new RunningService(TestWorld.in(folder), ANY_PORT, false)) {
      gone = service.address();
    }
    assertThat(failure(client(gone)))
        .hasMessageEndingWith("can't be reached")
        .satisfies(e -> assertThat(e.hints()).containsExactly("start it there: " + gone.server()));
  }

  @Test
  void reportsThatAMissingSocketCannotBeReached() {
    assertThat(failure(client(new ServiceAddress.Unix(folder.resolve("none")))))
        .hasMessageEndingWith("can't be reached");
  }

  @Test
  void garbageIsNotAnAnswer() throws Exception {
    byte[] noise = new byte[4096];
    new Random(3).nextBytes(noise);
    String http = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
    for (byte[] said : new byte[][] {noise, http.getBytes(StandardCharsets.US_ASCII), {}}) {
      AtomicInteger calls = new AtomicInteger();
      try (ServerSocket server = speaking(said, calls)) {
        RemoteKeys client = client(at(server));
        assertThat(failure(client)).hasMessageMatching(".*(can't be reached|did not answer.*)");
        int before = calls.get();
        assertThat(failure(client)).hasMessageMatching(".*(can't be reached|did not answer.*)");
        assertThat(calls.get()).as("calls of a service that failed once").isEqualTo(before);
      }
    }
  }

  @Test
  void aServiceThatDidNotAnswerIsAskedAgainAfterAMinute() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    AtomicLong now = new AtomicLong();
    try (ServerSocket server = speaking(new byte[0], calls);
        RemoteKeys client = client(at(server), now::get)) {
      assertThat(failure(client).isTemporary()).isTrue();
      int before = calls.get();
      now.set(RemoteKeys.REST.toNanos() - 1);
      assertThat(failure(client).isTemporary()).isTrue();
      assertThat(calls.get()).isEqualTo(before);
      now.set(RemoteKeys.REST.toNanos());
      assertThat(failure(client).isTemporary()).isTrue();
      assertThat(calls.get()).isGreaterThan(before);
    }
  }

  @Test
  void givesUpOnAServiceThatNeverAnswers() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      assertThat(failure(client(at(silent))))
          .hasMessageEndingWith("did not answer within 1 seconds");
    }
  }

  @Test
  void givesUpOnASlowServiceWhichNoticesIt() throws Exception {
    CountDownLatch noticed = new CountDownLatch(1);
    Transport.Handler slow =
        (procedure, request, wanted) -> {
          while (wanted.still()) {
            Thread.onSpinWait();
          }
          noticed.countDown();
          throw new CallFailure(Reason.FAILED, "");
        };
    try (Transport.Listener listener = listen(slow)) {
      assertThat(failure(client(listener.address()))).hasMessageContaining("did not answer within");
      assertThat(noticed.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aMalformedAnswerIsRefused() throws Exception {
    for (byte[] answer : new byte[][] {{}, {0x0a, 0x00}, {0x0a, 0x7f}, {(byte) 0xff}}) {
      try (Transport.Listener listener = listen((procedure, request, wanted) -> answer.clone())) {
        assertThat(failure(client(listener.address()))).hasMessageContaining(" gave an ");
      }
    }
  }

  @Test
  void messagesOfAServiceAreQuotedAndShortened() throws Exception {
    String words = "\u001b[2J" + "x".repeat(1000);
    Transport.Handler rude =
        (procedure, request, wanted) -> {
          throw new CallFailure(Reason.FAILED, words);
        };
    try (Transport.Listener listener = listen(rude)) {
      assertThat(failure(client(listener.address())).getMessage())
          .contains("could not decrypt: '\\u{1b}[2Jxxx")
          .hasSizeLessThan(450);
    }
  }

  @Test
  void clientsDoNotSeeAnInternalErrorOfTheServer() throws Exception {
    Transport.Handler broken =
        (procedure, request, wanted) -> {
          throw new IllegalStateException("AGE-SECRET-KEY-1");
        };
    try (Transport.Listener listener = listen(broken)) {
      assertThat(failure(client(listener.address())))
          .hasMessageEndingWith("could not decrypt: 'internal error'");
    }
  }

  @Test
  void aServerSurvivesClientsThatSpeakAnotherProtocol() throws Exception {
    TestWorld world = TestWorld.in(folder);
    try (RunningService service = new RunningService(world, ANY_PORT, false)) {
      int port = ((ServiceAddress.Tcp) service.address()).port();
      byte[] noise = new byte[1024];
      new Random(5).nextBytes(noise);
      for (int i = 0; i < 5; i++) {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
          client.getOutputStream().write(noise);
        }
      }
      String enc = KeyServiceTest.wrap(service.client(), KeyServiceTest.age());
      assertThat(enc).startsWith("-----BEGIN AGE");
      assertThat(world.err()).isEmpty();
    }
  }

  private Transport.Listener listen(Transport.Handler handler) throws IOException {
    return Transport.installed().listen(ANY_PORT, handler, TestWorld.in(folder).world());
  }

  private static RemoteKeys client(ServiceAddress address) {
    return client(address, System::nanoTime);
  }

  private static RemoteKeys client(ServiceAddress address, LongSupplier nanoTime) {
    return new RemoteKeys(address, RunningService.PROVIDERS, SHORT, nanoTime);
  }

  private static ServiceAddress at(ServerSocket server) {
    return new ServiceAddress.Tcp("127.0.0.1", server.getLocalPort());
  }

  private static SealconfException failure(RemoteKeys client) {
    return KeyServiceTest.unwrapFailure(client, KeyServiceTest.age(), "text");
  }

  /** A server that says the same to everybody, whatever they say, and hangs up. */
  private static ServerSocket speaking(byte[] words, AtomicInteger calls) throws IOException {
    ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    Thread thread =
        new Thread(
            () -> {
              while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                  calls.incrementAndGet();
                  client.getOutputStream().write(words);
                } catch (IOException e) {
                  // the client was faster, or the test has ended
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
    return server;
  }
}
