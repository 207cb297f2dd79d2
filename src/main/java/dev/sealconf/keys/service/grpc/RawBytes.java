package dev.sealconf.keys.service.grpc;

import dev.sealconf.keys.service.Procedure;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes messages through as bytes; other classes encode and decode them. */
final class RawBytes implements MethodDescriptor.Marshaller<byte[]> {
  /** The size of the largest message, in bytes. Wrapped keys take a few thousand. */
  static final int MOST_BYTES = 1 << 20;

  private RawBytes() {}

  /** Returns gRPC's description of a procedure. */
  static MethodDescriptor<byte[], byte[]> method(Procedure procedure) {
    return MethodDescriptor.<byte[], byte[]>newBuilder()
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(procedure.path())
        .setRequestMarshaller(new RawBytes())
        .setResponseMarshaller(new RawBytes())
        .build();
  }

  @Override
  public InputStream stream(byte[] message) {
    return new ByteArrayInputStream(message);
  }

  @Override
  public byte[] parse(InputStream stream) {
    try {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw Status.INTERNAL.asRuntimeException();
    }
  }
}
