package dev.sealconf.keys.service;

import dev.sealconf.io.World;
import dev.sealconf.plugin.JarFolder;
import java.io.IOException;
import java.time.Duration;

/** Carries requests and answers between a client and a key service. */
public interface Transport {

  /** The transport that is installed; what it needs is loaded now. */
  static Transport installed() {
    return JarFolder.open(
        "keyservice", "dev.sealconf.keys.service.grpc.GrpcTransport", Transport.class);
  }

  /** A line to a service, which is not tried before the first call. */
  Line open(ServiceAddress address, Duration patience);

  /**
   * Listens until it is closed. Calls are handled in threads of their own.
   *
   * @throws IOException if it can't listen there
   * @throws dev.sealconf.error.SealconfException with the reason, if it is known
   */
  Listener listen(ServiceAddress address, Handler handler, World world) throws IOException;

  /** A line to a service; may be used from several threads. */
  interface Line extends AutoCloseable {
    /**
     * The answer to a request.
     *
     * @throws CallFailure if there is none
     */
    byte[] call(Procedure procedure, byte[] request) throws CallFailure;

    @Override
    void close();
  }

  /** A service that listens. */
  interface Listener extends AutoCloseable {
    /** Where it listens, with the port that was chosen if it was asked to choose. */
    ServiceAddress address();

    /** Whether everybody who can send packets to this machine reaches it. */
    boolean beyondThisMachine();

    /** Waits until it has ended: closed, or unable to go on. */
    void await() throws InterruptedException;

    /** Ends it at once, calls that are not answered included. */
    @Override
    void close();
  }

  /** Answers requests; called from several threads. */
  interface Handler {
    /**
     * The answer.
     *
     * @param wanted tells whether the client still waits for it
     * @throws CallFailure if there is none
     */
    byte[] answer(Procedure procedure, byte[] request, Wanted wanted) throws CallFailure;
  }

  /** Whether the client still waits for an answer. */
  interface Wanted {
    /** Whether the client still waits for the answer. */
    boolean still();
  }
}
