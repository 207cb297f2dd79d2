package dev.sealconf.vendor;

import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** A request that a service did not fulfill. Carries none of the service's own words. */
public final class ServiceFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MOST_CAUSES = 20;

  private final Refusal refusal;
  private final String detail;

  /**
   * A failure.
   *
   * @param detail what {@link Refusal} asks for; untrusted text in it is quoted
   */
  public ServiceFailure(Refusal refusal, String detail) {
    this(refusal, detail, null);
  }

  private ServiceFailure(Refusal refusal, String detail, Throwable cause) {
    super(refusal.name(), cause, false, true);
    this.refusal = refusal;
    this.detail = detail;
  }

  /** The same failure, which an exception led to; of that, nothing but its class is ever shown. */
  public ServiceFailure from(Throwable cause) {
    return new ServiceFailure(refusal, detail, cause);
  }

  /** What kind of failure it is. */
  public Refusal refusal() {
    return refusal;
  }

  /** A few words about it; safe to show. */
  public String detail() {
    return detail;
  }

  /** The failure of a connection to a host, if that is what is behind an exception. */
  public static Optional<ServiceFailure> ofConnection(Throwable thrown, String host) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++, cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return Optional.of(new ServiceFailure(Refusal.UNTRUSTED, host));
      }
      if (isSilence(cause)) {
        return Optional.of(new ServiceFailure(Refusal.UNREACHABLE, host));
      }
    }
    return Optional.empty();
  }

  private static boolean isSilence(Throwable cause) {
    return cause instanceof SocketException
        || cause instanceof UnknownHostException
        || cause instanceof java.net.SocketTimeoutException
        || cause instanceof java.net.http.HttpTimeoutException
        || cause instanceof java.util.concurrent.TimeoutException
        || cause instanceof java.nio.channels.UnresolvedAddressException
        || cause instanceof IOException && cause.getClass() == java.io.EOFException.class;
  }
}
