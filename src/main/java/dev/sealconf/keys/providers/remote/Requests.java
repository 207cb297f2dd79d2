package dev.sealconf.keys.providers.remote;

import dev.sealconf.error.ExitCode;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.Network;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;

/**
 * Asks a service on behalf of a master key: again, after a pause that grows, while it is busy or
 * can't be reached; and says in the end what went wrong.
 */
public final class Requests {
  private static final int FIRST_PAUSE_MILLIS = 250;

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
   * @throws SealconfException with {@code GENERIC}, naming the key
   */
  public <T> T wrapping(MasterKey key, World world, Request<T> request) {
    try {
      return repeated(world, request);
    } catch (ServiceFailure e) {
      String shown = Printable.plain(key.provider()) + " " + Printable.quote(key.name());
      throw failure(ExitCode.GENERIC, "can't encrypt for " + shown + ": ", key, e);
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
      throw failure(ExitCode.NO_DATA_KEY, "", key, e);
    }
  }

  private SealconfException failure(
      ExitCode code, String start, MasterKey key, ServiceFailure failure) {
    String text = failure.refusal().describe(service.name(), failure.detail());
    return new SealconfException(code, start + text).hint(service.advice(failure.refusal(), key));
  }

  /** No attempt begins later than a request may take after the first one. */
  private static <T> T repeated(World world, Request<T> request) throws ServiceFailure {
    long start = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      try {
        return request.send();
      } catch (ServiceFailure e) {
        boolean late = System.nanoTime() - start > Network.REQUEST_TIMEOUT.toNanos();
        if (attempt == Network.ATTEMPTS || late || !e.refusal().passes()) {
          throw e;
        }
        pause(attempt, world, e);
      }
    }
  }

  /** Twice as long each time, and up to half as long again, so that many runs don't march. */
  private static void pause(int attempt, World world, ServiceFailure failure)
      throws ServiceFailure {
    long millis = (long) FIRST_PAUSE_MILLIS << (attempt - 1);
    long more = millis * Byte.toUnsignedInt(world.entropy().bytes(1)[0]) / 512;
    try {
      Thread.sleep(millis + more);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }
}
