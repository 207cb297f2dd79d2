package dev.sealconf.keys.service;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/**
 * An {@code EncryptRequest} or {@code DecryptRequest}.
 *
 * @param kind the number of the message in {@code Key} that names the key; 0 if there is none
 * @param key that message, encoded
 * @param payload the bytes to wrap or unwrap; secret if they are to be wrapped
 */
record Request(int kind, byte[] key, byte[] payload) {
  private static final int KEY = 1;
  private static final int PAYLOAD = 2;

  /** Encodes the request. */
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
   * Decodes a request from another program.
   *
   * @throws InvalidProtocolBufferException if the bytes are not a request
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

  /** Decodes the key. If several messages of a {@code oneof} are present, the last one wins. */
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
