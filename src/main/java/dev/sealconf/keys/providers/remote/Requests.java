package dev.sealconf.keys.providers.remote;

import dev.sealconf.error.FailureType;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.io.net.Attempts;
import dev.sealconf.io.net.Network;
import dev.sealconf.keys.MasterKey;
import java.io.IOException;

/**
 * Asks a service on behalf of a master key: again, after a pause that grows, while it is busy or
 * can't be reached; and says in the end what went wrong.
 */
public final class Requests {
  private final RemoteService service;

  /** One request. */
  public interface Request<T> {
    T send() throws ServiceFailure;
  }

  public Requests(RemoteService service) {
    this.service = service;
  }

  /**
   * The answer to a request that is part of wrapping.
   *
   * @throws SealconfException with {@code GENERIC}
   */
  public <T> T wrapping(MasterKey key, World world, Request<T> request) {
    try {
      return repeated(world, request);
    } catch (ServiceFailure e) {
      throw failure(KeyFailure.NotWrapped::new, key, e).from(e);
    }
  }

  /**
   * The answer to a request that is part of unwrapping.
   *
   * @throws SealconfException with {@code NO_DATA_KEY}
   */
  public <T> T unwrapping(MasterKey key, World world, Request<T> request) {
    try {
      return repeated(world, request);
    } catch (ServiceFailure e) {
      throw failure(KeyFailure.NotUnwrapped::new, key, e).from(e);
    }
  }

  private SealconfException failure(FailureType type, MasterKey key, ServiceFailure failure) {
    String text = failure.refusal().describe(service.name(), failure.detail());
    SealconfException described =
        type.of(text).hint(service.advice(failure.refusal(), key)).from(failure);
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

  /** A failure on its way through {@link Attempts}. */
  private static final class Unfulfilled extends IOException implements Attempts.Passing {
    private static final long serialVersionUID = 1L;

    private final ServiceFailure failure;

    Unfulfilled(ServiceFailure failure) {
      this.failure = failure;
    }

    @Override
    public boolean passes() {
      return failure.refusal().passes();
    }
  }
}
