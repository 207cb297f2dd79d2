package dev.sealconf.vendor;

import dev.sealconf.error.FailureType;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.net.Attempts;
import dev.sealconf.io.net.Network;
import java.io.IOException;

/**
 * Sends requests to a service. Retries after growing pauses while the service is busy or
 * unreachable. A failure says what went wrong, and is temporary unless the service decided about
 * the subject of the request.
 *
 * @param <T> what is requested from the service, such as a key
 */
public final class Requests<T> {
  private final RemoteService<T> service;

  /** One request. */
  public interface Request<A> {
    A send() throws ServiceFailure;
  }

  /** Sends requests to this service. */
  public Requests(RemoteService<T> service) {
    this.service = service;
  }

  /**
   * Sends a request and returns the answer.
   *
   * @param type the type of the failure if there is no answer
   * @param subject what the request is about, for the advice in a failure
   * @throws SealconfException of that type
   */
  public <A> A answer(FailureType type, T subject, World world, Request<A> request) {
    try {
      return repeated(world, request);
    } catch (ServiceFailure e) {
      throw failure(type, subject, e).from(e);
    }
  }

  private SealconfException failure(FailureType type, T subject, ServiceFailure failure) {
    String text = failure.refusal().describe(service.name(), failure.detail());
    SealconfException described =
        type.of(text).hint(service.advice(failure.refusal(), subject)).from(failure);
    return failure.refusal().isDefinite() ? described : described.temporary();
  }

  private static <T> T repeated(World world, Request<T> request) throws ServiceFailure {
    try {
      return new Attempts(world, Network.ATTEMPTS).make(() -> sent(request));
    } catch (Unfulfilled e) {
      throw e.failure;
    } catch (IOException e) {
      throw new IllegalStateException("a request fails by nothing else");
    }
  }

  private static <T> T sent(Request<T> request) throws Unfulfilled {
    try {
      return request.send();
    } catch (ServiceFailure e) {
      throw new Unfulfilled(e);
    }
  }

  /** Carries a failure through {@link Attempts}. */
  private static final class Unfulfilled extends IOException implements Attempts.Temporary {
    private static final long serialVersionUID = 1L;

    private final ServiceFailure failure;

    Unfulfilled(ServiceFailure failure) {
      this.failure = failure;
    }

    @Override
    public boolean isWorthRetrying() {
      return failure.refusal().isWorthRetrying();
    }
  }
}
