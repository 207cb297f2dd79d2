package dev.sealconf.keys.service;

import dev.sealconf.io.World;
import dev.sealconf.plugin.JarFolder;
import java.io.IOException;
import java.time.Duration;

/** Carries requests and answers between a client and a key service. */
public interface Transport {

  /** Loads and returns the installed transport. */
  static Transport installed() {
    return JarFolder.open(
        "keyservice", "dev.sealconf.keys.service.grpc.GrpcTransport", Transport.class);
  }

  /** Opens a line to a service. Doesn't connect before the first call. */
  Line open(ServiceAddress address, Duration patience);

  /**
   * Listens until it is closed. Each call is handled in its own thread.
   *
   * @throws IOException if it can't listen at this address
   * @throws dev.sealconf.error.SealconfException with the reason, if known
   */
  Listener listen(ServiceAddress address, Handler handler, World world) throws IOException;

  /** A line to a service. Safe for use by several threads. */
  interface Line extends AutoCloseable {
    /**
     * Sends a request and returns the answer.
     *
     * @throws CallFailure if the call fails
     */
    byte[] call(Procedure procedure, byte[] request) throws CallFailure;

    @Override
    void close();
  }

  /** A server that is listening. */
  interface Listener extends AutoCloseable {
    /** Returns the address it listens at, with the actual port if any port was requested. */
    ServiceAddress address();

    /** Returns whether other machines that can reach this one can connect. */
    boolean beyondThisMachine();

    /** Waits until the server stops, either closed or unable to continue. */
    void await() throws InterruptedException;

    /** Stops the server at once. Calls in progress get no answer. */
    @Override
    void close();
  }

  /** Answers requests. Called from several threads. */
  interface Handler {
    /**
     * Returns the answer to a request.
     *
     * @param wanted tells whether the client is still waiting
     * @throws CallFailure if there is no answer
     */
    byte[] answer(Procedure procedure, byte[] request, Wanted wanted) throws CallFailure;
  }

  /** Tells whether the client is still waiting for the answer. */
  interface Wanted {
    /** Returns whether the client is still waiting for the answer. */
    boolean still();
  }
}
