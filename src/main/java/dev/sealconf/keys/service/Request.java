package dev.sealconf.keys.service;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/**
 * An {@code EncryptRequest} or {@code DecryptRequest}.
 *
 * @param kind which message of {@code Key} names the key; 0 if none does
 * @param key that message
 * @param payload what is to be wrapped or unwrapped; a secret if it is to be wrapped
 */
record Request(int kind, byte[] key, byte[] payload) {
  private static final int KEY = 1;
  private static final int PAYLOAD = 2;

  /** The request as it travels. */
  byte[] encoded() {
    int inner = CodedOutputStream.computeByteArraySize(kind, key);
    int size =
        CodedOutputStream.computeTagSize(KEY)
            + CodedOutputStream.computeUInt32SizeNoTag(inner)
            + inner
            + CodedOutputStream.computeByteArraySize(PAYLOAD, payload);
    byte[] bytes = new byte[size];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      out.writeTag(KEY, WireFormat.WIRETYPE_LENGTH_DELIMITED);
      out.writeUInt32NoTag(inner);
      out.writeByteArray(kind, key);
      out.writeByteArray(PAYLOAD, payload);
      return bytes;
    } catch (IOException e) {
      throw new IllegalStateException("a request does not fit into its own size");
    }
  }

  /**
   * The request in bytes from another program.
   *
   * @throws InvalidProtocolBufferException if they are none
   */
  static Request decode(byte[] bytes) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    Request key = new Request(0, new byte[0], new byte[0]);
    byte[] payload = {};
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == delimited(KEY)) {
        key = key(in.readByteArray());
      } else if (tag == delimited(PAYLOAD)) {
        payload = in.readByteArray();
      } else {
        in.skipField(tag);
      }
    }
    return new Request(key.kind(), key.key(), payload);
  }

  /** Of several messages in a {@code oneof} the last one counts. */
  private static Request key(byte[] bytes) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    Request key = new Request(0, new byte[0], new byte[0]);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
        key = new Request(WireFormat.getTagFieldNumber(tag), in.readByteArray(), new byte[0]);
      } else {
        in.skipField(tag);
      }
    }
    return key;
  }

  private static int delimited(int number) {
    return number << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
  }
}
