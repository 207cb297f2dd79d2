package dev.sealconf.keys.service.grpc;

import dev.sealconf.keys.service.CallFailure;
import dev.sealconf.keys.service.CallFailure.Reason;
import dev.sealconf.keys.service.Procedure;
import dev.sealconf.keys.service.ServiceAddress;
import dev.sealconf.keys.service.Transport;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.okhttp.OkHttpChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A gRPC channel to one service. It never uses a proxy, because the traffic isn't encrypted. */
final class GrpcLine implements Transport.Line {
  /** A placeholder host for a Unix socket, which has none. */
  private static final ServiceAddress.Tcp NO_HOST = new ServiceAddress.Tcp("127.0.0.1", 1);

  private final ManagedChannel channel;
  private final Duration patience;

  GrpcLine(ServiceAddress address, Duration patience) {
    ServiceAddress.Tcp host = address instanceof ServiceAddress.Tcp tcp ? tcp : NO_HOST;
    OkHttpChannelBuilder builder =
        OkHttpChannelBuilder.forAddress(host.host(), host.port())
            .usePlaintext()
            .socketFactory(new Dialer(address))
            .proxyDetector(anything -> null)
            .disableServiceConfigLookUp()
            .disableRetry()
            .maxInboundMessageSize(RawBytes.MOST_BYTES);
    if (address instanceof ServiceAddress.Unix) {
      builder.overrideAuthority("localhost");
    }
    this.channel = builder.build();
    this.patience = patience;
  }

  @Override
  public byte[] call(Procedure procedure, byte[] request) throws CallFailure {
    CallOptions options =
        CallOptions.DEFAULT.withDeadlineAfter(patience.toNanos(), TimeUnit.NANOSECONDS);
    try {
      return ClientCalls.blockingUnaryCall(channel, RawBytes.method(procedure), options, request);
    } catch (StatusRuntimeException e) {
      throw failure(e.getStatus());
    }
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  private static CallFailure failure(Status status) {
    Reason reason =
        switch (status.getCode()) {
          case UNAVAILABLE, UNIMPLEMENTED, INTERNAL, CANCELLED -> Reason.UNREACHABLE;
          case DEADLINE_EXCEEDED -> Reason.TOO_SLOW;
          case NOT_FOUND -> Reason.NOT_FOUND;
          case PERMISSION_DENIED -> Reason.REJECTED;
          case INVALID_ARGUMENT -> Reason.MALFORMED;
          default -> Reason.FAILED;
        };
    String words = status.getDescription();
    return new CallFailure(reason, words == null ? "" : words);
  }
}
