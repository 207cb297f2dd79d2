package dev.sealconf.vendor;

import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** A service didn't fulfill a request. It contains none of the service's own text. */
public final class ServiceFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MOST_CAUSES = 20;

  private final Refusal refusal;
  private final String detail;

  /**
   * Creates a failure.
   *
   * @param detail as {@link Refusal} describes; untrusted text in it is quoted
   */
  public ServiceFailure(Refusal refusal, String detail) {
    this(refusal, detail, null);
  }

  private ServiceFailure(Refusal refusal, String detail, Throwable cause) {
    super(refusal.name(), cause, false, true);
    this.refusal = refusal;
    this.detail = detail;
  }

  /**
   * Returns the same failure with the exception that caused it, of which only the class is ever
   * shown.
   */
  public ServiceFailure from(Throwable cause) {
    return new ServiceFailure(refusal, detail, cause);
  }

  /** Returns the kind of failure. */
  public Refusal refusal() {
    return refusal;
  }

  /** Returns a few words about the failure, safe to show. */
  public String detail() {
    return detail;
  }

  /** Returns the failure of a connection to a host, or empty if the exception has another cause. */
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
