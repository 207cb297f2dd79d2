package dev.sealconf.keys.service.grpc;

import dev.sealconf.io.World;
import dev.sealconf.io.net.SocketFile;
import dev.sealconf.keys.service.CallFailure;
import dev.sealconf.keys.service.Procedure;
import dev.sealconf.keys.service.ServiceAddress;
import dev.sealconf.keys.service.Transport;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.okhttp.OkHttpServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/** A gRPC server with the two methods of a key service. */
final class GrpcListener implements Transport.Listener {
  private static final String SERVICE = "KeyService";
  private static final int MOST_CONNECTIONS = 64;
  private static final int MOST_CALLS = 8;

  /** How long a client may take to start speaking HTTP/2. */
  private static final int HANDSHAKE_SECONDS = 5;

  /** How long a connection may stay open without a call. */
  private static final int IDLE_SECONDS = 60;

  /** How long a connection may stay open at all. Clients then reconnect. */
  private static final int AGE_SECONDS = 600;

  private final Server server;
  private final ServiceAddress address;
  private final boolean beyondThisMachine;

  private GrpcListener(Server server, ServiceAddress address, boolean beyondThisMachine) {
    this.server = server;
    this.address = address;
    this.beyondThisMachine = beyondThisMachine;
  }

  static GrpcListener start(ServiceAddress address, Transport.Handler handler, World world)
      throws IOException {
    if (address instanceof ServiceAddress.Tcp tcp) {
      InetSocketAddress local =
          tcp.host().isEmpty()
              ? new InetSocketAddress(tcp.port())
              : new InetSocketAddress(tcp.host(), tcp.port());
      Server server =
          server(
              local,
              once(new TcpServerSocket(world, Descriptors.connections(MOST_CONNECTIONS))),
              handler);
      boolean beyond = local.getAddress() == null || !local.getAddress().isLoopbackAddress();
      return new GrpcListener(server, new ServiceAddress.Tcp(tcp.host(), server.getPort()), beyond);
    }
    SocketFile socket = SocketFile.listen(world, ((ServiceAddress.Unix) address).path());
    Server server =
        server(
            new InetSocketAddress(0),
            once(new UnixServerSocket(socket, world, Descriptors.connections(MOST_CONNECTIONS))),
            handler);
    return new GrpcListener(server, address, false);
  }

  @Override
  public ServiceAddress address() {
    return address;
  }

  @Override
  public boolean beyondThisMachine() {
    return beyondThisMachine;
  }

  @Override
  public void await() throws InterruptedException {
    server.awaitTermination();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  private static Server server(
      SocketAddress local, ServerSocketFactory sockets, Transport.Handler handler)
      throws IOException {
    ServerServiceDefinition.Builder service = ServerServiceDefinition.builder(SERVICE);
    for (Procedure procedure : Procedure.values()) {
      service.addMethod(
          RawBytes.method(procedure),
          ServerCalls.asyncUnaryCall(
              (byte[] request, StreamObserver<byte[]> answer) ->
                  serve(procedure, request, answer, handler)));
    }
    return OkHttpServerBuilder.forPort(local, InsecureServerCredentials.create())
        .socketFactory(sockets)
        .maxInboundMessageSize(RawBytes.MOST_BYTES)
        .maxConcurrentCallsPerConnection(MOST_CALLS)
        .handshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS)
        .maxConnectionIdle(IDLE_SECONDS, TimeUnit.SECONDS)
        .keepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS)
        .maxConnectionAge(AGE_SECONDS, TimeUnit.SECONDS)
        .maxConnectionAgeGrace(IDLE_SECONDS, TimeUnit.SECONDS)
        .addService(service.build())
        .build()
        .start();
  }

  private static void serve(
      Procedure procedure,
      byte[] request,
      StreamObserver<byte[]> answer,
      Transport.Handler handler) {
    ServerCallStreamObserver<byte[]> call = (ServerCallStreamObserver<byte[]>) answer;
    call.setOnCancelHandler(() -> {});
    try {
      byte[] content = handler.answer(procedure, request, () -> !call.isCancelled());
      call.onNext(content);
      call.onCompleted();
      Arrays.fill(content, (byte) 0);
    } catch (CallFailure e) {
      call.onError(status(e));
    } catch (RuntimeException e) { // a bug here; its message may contain a secret
      call.onError(Status.UNKNOWN.withDescription("internal error").asRuntimeException());
    }
  }

  private static StatusRuntimeException status(CallFailure failure) {
    Status status =
        switch (failure.reason()) {
          case UNREACHABLE -> Status.UNAVAILABLE;
          case TOO_SLOW -> Status.DEADLINE_EXCEEDED;
          case NOT_FOUND -> Status.NOT_FOUND;
          case REJECTED -> Status.PERMISSION_DENIED;
          case MALFORMED -> Status.INVALID_ARGUMENT;
          case FAILED -> Status.UNKNOWN;
        };
    return status.withDescription(failure.getMessage()).asRuntimeException();
  }

  /** Returns a factory that supplies only this socket. */
  private static ServerSocketFactory once(ServerSocket socket) {
    return new ServerSocketFactory() {
      @Override
      public ServerSocket createServerSocket() {
        return socket;
      }

      @Override
      public ServerSocket createServerSocket(int port) {
        return socket;
      }

      @Override
      public ServerSocket createServerSocket(int port, int backlog) {
        return socket;
      }

      @Override
      public ServerSocket createServerSocket(int port, int backlog, InetAddress local) {
        return socket;
      }
    };
  }
}
