package dev.sealconf.keys.service.grpc;

import dev.sealconf.keys.service.Procedure;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Messages as the bytes they are: other classes make them and take them apart. */
final class RawBytes implements MethodDescriptor.Marshaller<byte[]> {
  /** Bytes of the largest message; wrapped keys have a few thousand. */
  static final int MOST_BYTES = 1 << 20;

  private RawBytes() {}

  /** The method of gRPC for a procedure. */
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
