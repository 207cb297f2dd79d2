package dev.sealconf.io.net;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.Entropy;
import dev.sealconf.io.World;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Retries a request while its service is busy or unreachable. It retries a few times, after a wait
 * that doubles and varies randomly, or that the service asks for. Interrupting a wait stops it at
 * once.
 */
public final class Attempts {
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final Duration LONGEST_IN_ALL = Duration.ofMinutes(1);
  private static final int BYTE_VALUES = 256;

  private final int most;
  private final Clock clock;
  private final Entropy entropy;
  private final Sleep sleep;

  /** A request that returns an answer. */
  @FunctionalInterface
  public interface Request<T> {
    T make() throws IOException;
  }

  /** Waits. */
  @FunctionalInterface
  interface Sleep {
    void pause(Duration time) throws InterruptedException;
  }

  /** A failure that knows whether a retry may help. */
  public interface Temporary {
    boolean isWorthRetrying();
  }

  /** The service is busy or not ready. */
  public static final class Busy extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Duration wait;

    /**
     * Creates the failure.
     *
     * @param status the status of the answer, such as 429
     * @param wait the wait that the service asks for; null if it doesn't say
     */
    private Busy(int status, Duration wait) {
      super("busy");
      this.status = status;
      this.wait = wait;
    }

    /** Returns the status of the answer. */
    public int status() {
      return status;
    }
  }

  /**
   * Creates the attempts of one run.
   *
   * @param most the maximum number of attempts, at least 1
   */
  public Attempts(World world, int most) {
    this(most, world.clock(), world.entropy(), time -> Thread.sleep(time.toMillis()));
  }

  Attempts(int most, Clock clock, Entropy entropy, Sleep sleep) {
    this.most = most;
    this.clock = clock;
    this.entropy = entropy;
    this.sleep = sleep;
  }

  /**
   * Returns whether this status means that a later request may succeed: too many requests, a
   * gateway without its service, or a service that is starting, sealed or overloaded.
   */
  public static boolean isBusy(int status) {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }

  /**
   * Returns the failure to throw for a busy status.
   *
   * @param retryAfter the {@code Retry-After} header, seconds or a date (RFC 9110 §10.2.3); null if
   *     there is none
   */
  public Busy busy(int status, String retryAfter) {
    return new Busy(status, retryAfter == null ? null : asked(retryAfter.strip()).orElse(null));
  }

  /**
   * Makes the request until it gets an answer.
   *
   * @throws IOException the failure of the last attempt; {@link Busy} if the service stayed busy,
   *     or asks for too long a wait
   * @throws SealconfException a {@code MachineFailure} if this thread is interrupted
   */
  public <T> T make(Request<T> request) throws IOException {
    Instant end = clock.instant().plus(LONGEST_IN_ALL);
    for (int attempt = 1; ; attempt++) {
      Duration wait;
      try {
        return request.make();
      } catch (Busy e) {
        wait = e.wait == null ? backoff(attempt) : e.wait;
        giveUp(e, attempt, wait, end);
      } catch (IOException e) {
        if (!isWorthRetrying(e)) {
          throw e;
        }
        wait = backoff(attempt);
        giveUp(e, attempt, wait, end);
      }
      pause(wait);
    }
  }

  private static boolean isWorthRetrying(IOException failure) {
    return failure instanceof Temporary temporary
        ? temporary.isWorthRetrying()
        : failure instanceof SocketException || failure instanceof SocketTimeoutException;
  }

  private void giveUp(IOException failure, int attempt, Duration wait, Instant end)
      throws IOException {
    boolean tooLong = wait.compareTo(LONGEST_WAIT) > 0;
    if (attempt >= most || tooLong || clock.instant().plus(wait).isAfter(end)) {
      throw failure;
    }
  }

  /**
   * Returns the next wait. Half of it is fixed, so that waits grow; half is random, so that many
   * clients spread out.
   */
  private Duration backoff(int attempt) {
    long longest = FIRST_WAIT.toMillis() << Math.min(attempt, 10);
    long random = entropy.bytes(1)[0] & 0xff;
    long millis = longest / 2 + longest / 2 * random / BYTE_VALUES;
    return Duration.ofMillis(Math.min(millis, LONGEST_WAIT.toMillis()));
  }

  private Optional<Duration> asked(String retryAfter) {
    try {
      boolean number = !retryAfter.isEmpty() && Character.isDigit(retryAfter.charAt(0));
      Duration wait =
          number
              ? Duration.ofSeconds(Long.parseLong(retryAfter))
              : Duration.between(
                  clock.instant(),
                  ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME));
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private void pause(Duration wait) {
    try {
      sleep.pause(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MachineFailure("interrupted while a service was busy").temporary();
    }
  }
}
