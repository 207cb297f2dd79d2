package dev.sealconf.keys.service;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/** An {@code EncryptResponse} or {@code DecryptResponse}: a single field of bytes. */
final class Response {
  private static final int PAYLOAD = 1;
  private static final int TAG = PAYLOAD << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;

  private Response() {}

  /** Encodes a response. */
  static byte[] encode(byte[] payload) {
    byte[] bytes = new byte[CodedOutputStream.computeByteArraySize(PAYLOAD, payload)];
    try {
      CodedOutputStream.newInstance(bytes).writeByteArray(PAYLOAD, payload);
      return bytes;
    } catch (IOException e) {
      throw new IllegalStateException("a response does not fit into its own size");
    }
  }

  /**
   * Decodes a response and returns its field, or no bytes if it is missing.
   *
   * @throws IOException if the bytes are not a response
   */
  static byte[] decode(byte[] bytes) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    byte[] payload = {};
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == TAG) {
        payload = in.readByteArray();
      } else {
        in.skipField(tag);
      }
    }
    return payload;
  }
}
