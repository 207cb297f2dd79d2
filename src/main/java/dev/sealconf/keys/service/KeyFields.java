package dev.sealconf.keys.service;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Converts the fields of a master key to a message and back. Fields that the message doesn't have,
 * such as the key's creation time, are not sent. Nor are empty fields, as usual in Protocol Buffers
 * 3.
 */
final class KeyFields {
  private static final int ENTRY_KEY = 1;
  private static final int ENTRY_VALUE = 2;

  private KeyFields() {}

  /** Encodes the message that names this key. */
  static byte[] encode(KeyMessage message, SortedMap<String, Field> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      for (int i = 0; i < message.fields().size(); i++) {
        write(out, i + 1, fields.get(message.fields().get(i)));
      }
      out.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("memory can't be written to");
    }
  }

  private static void write(CodedOutputStream out, int number, Field field) throws IOException {
    if (field instanceof Field.Text text && !text.value().isEmpty()) {
      out.writeString(number, text.value());
    } else if (field instanceof Field.Table table) {
      for (Map.Entry<String, String> entry : table.entries().entrySet()) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream pair = CodedOutputStream.newInstance(bytes);
        pair.writeString(ENTRY_KEY, entry.getKey());
        pair.writeString(ENTRY_VALUE, entry.getValue());
        pair.flush();
        out.writeByteArray(number, bytes.toByteArray());
      }
    }
  }

  /**
   * Decodes the fields in a message from another program.
   *
   * @throws IOException if it is malformed
   */
  static SortedMap<String, Field> decode(KeyMessage message, byte[] bytes) throws IOException {
    List<String> names = message.fields();
    SortedMap<String, Field> fields = new TreeMap<>();
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int number = WireFormat.getTagFieldNumber(tag);
      boolean delimited = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
      if (!delimited || number > names.size()) {
        in.skipField(tag);
      } else if (message.tables().contains(names.get(number - 1))) {
        SortedMap<String, String> entries = table(fields.get(names.get(number - 1)));
        addEntry(entries, in.readByteArray());
        fields.put(names.get(number - 1), new Field.Table(entries));
      } else {
        fields.put(names.get(number - 1), new Field.Text(in.readStringRequireUtf8()));
      }
    }
    return fields;
  }

  private static SortedMap<String, String> table(Field sofar) {
    return sofar instanceof Field.Table table ? table.entries() : new TreeMap<>();
  }

  private static void addEntry(SortedMap<String, String> entries, byte[] pair) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(pair);
    String key = "";
    String value = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
        in.skipField(tag);
      } else if (WireFormat.getTagFieldNumber(tag) == ENTRY_KEY) {
        key = in.readStringRequireUtf8();
      } else if (WireFormat.getTagFieldNumber(tag) == ENTRY_VALUE) {
        value = in.readStringRequireUtf8();
      } else {
        in.skipField(tag);
      }
    }
    entries.put(key, value);
  }
}
