package dev.sealconf.io.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

final class AttemptsTest {
  private final Hours hours = new Hours();
  private final Random random = new Random(7);
  private final Attempts attempts =
      new Attempts(
          4,
          hours,
          count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
          },
          hours::pass);
  private int made;

  @Test
  void returnsTheFirstAnswerAtOnce() throws IOException {
    assertThat(attempts.make(() -> "yes")).isEqualTo("yes");
    assertThat(hours.waits).isEmpty();
  }

  @Test
  void retriesUntilTheServiceIsReady() throws IOException {
    assertThat(attempts.make(() -> made(3, "ready", attempts.busy(503, null)))).isEqualTo("ready");
    assertThat(hours.waits).hasSize(2);
  }

  @Test
  void waitsLongerEachTimeAndNeverTheSame() {
    for (int i = 0; i < 50; i++) {
      made = 0;
      assertThatThrownBy(() -> attempts.make(() -> made(99, "", attempts.busy(429, null))));
    }
    for (int i = 0; i < hours.waits.size(); i++) {
      long most = 500L << i % 3;
      assertThat(hours.waits.get(i).toMillis()).isBetween(most / 2, most);
    }
    assertThat(hours.waits).hasSize(150);
    assertThat(hours.waits.stream().distinct().count()).isGreaterThan(75);
  }

  @Test
  void endsWithTheLastAnswer() {
    assertThatThrownBy(() -> attempts.make(() -> made(99, "", attempts.busy(429, null))))
        .isInstanceOfSatisfying(
            Attempts.Busy.class, busy -> assertThat(busy.status()).isEqualTo(429));
    assertThat(made).isEqualTo(4);
  }

  @Test
  void retriesAfterAFailedConnection() throws IOException {
    assertThat(attempts.make(() -> made(2, "yes", new ConnectException()))).isEqualTo("yes");
    assertThat(attempts.make(() -> made(4, "yes", new SocketTimeoutException()))).isEqualTo("yes");
  }

  @Test
  void doesNotRetryWhenThatWouldNotHelp() {
    for (IOException failure :
        List.of(new UnknownHostException(), new SSLHandshakeException("untrusted"))) {
      assertThatThrownBy(() -> attempts.make(() -> made(99, "", failure))).isSameAs(failure);
    }
    assertThat(made).isEqualTo(2);
  }

  @Test
  void waitsAsLongAsTheServiceSays() throws IOException {
    attempts.make(() -> made(2, "", attempts.busy(429, "7")));
    attempts.make(() -> made(4, "", attempts.busy(503, "Fri, 02 Jan 2026 03:04:22 GMT")));
    attempts.make(() -> made(6, "", attempts.busy(503, "Thu, 01 Jan 2026 00:00:00 GMT")));
    assertThat(hours.waits)
        .containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(10), Duration.ZERO);
  }

  @Test
  void doesNotWaitForHours() {
    for (String asked : List.of("3600", "21", "9223372036854775807", "99999999999999999999")) {
      made = 0;
      assertThatThrownBy(() -> attempts.make(() -> made(9, "", attempts.busy(429, asked))))
          .isInstanceOf(Attempts.Busy.class);
      assertThat(made).as(asked).isEqualTo(asked.length() > 19 ? 4 : 1);
    }
  }

  @Test
  void makesNoMoreAttemptsAfterAMinute() {
    assertThatThrownBy(
        () ->
            attempts.make(
                () -> {
                  hours.pass(Duration.ofSeconds(40));
                  return made(9, "", new SocketTimeoutException());
                }));
    assertThat(made).isEqualTo(2);
  }

  @Test
  void anInterruptionEndsTheWaitAtOnce() {
    Attempts real = new Attempts(TestWorld.in(Path.of("target")).world(), 4);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> real.make(() -> made(9, "", real.busy(503, "10"))))
        .isInstanceOf(SealconfException.class)
        .hasMessage("interrupted while a service was busy");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(made).isEqualTo(1);
  }

  /** The answer of attempt number {@code good}; those before it fail. */
  private String made(int good, String answer, IOException failure) throws IOException {
    if (++made < good) {
      throw failure;
    }
    return answer;
  }

  /** Time that passes when someone waits. */
  private static final class Hours extends Clock {
    private final List<Duration> waits = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");

    void pass(Duration time) {
      waits.add(time);
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
