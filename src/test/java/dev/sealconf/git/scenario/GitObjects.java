package dev.sealconf.git.scenario;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads what git writes: compressed objects, trees and index files ({@code gitformat-index(5)}).
 */
final class GitObjects {
  private static final int OBJECT_ID = 20;
  private static final int BEFORE_NAME = 62;
  private static final int EXTENDED = 0x4000;

  private GitObjects() {}

  /** An object without its header. */
  record Stored(String type, byte[] content) {}

  /** A name, in a tree or with its folders in an index, and the regular file that it has. */
  record Entry(String name, String id) {}

  /** What is compressed from this place on, as far as it is complete. */
  static byte[] inflated(byte[] bytes, int from) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, from, bytes.length - from);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      int count = inflater.inflate(buffer);
      while (count > 0) {
        out.write(buffer, 0, count);
        count = inflater.inflate(buffer);
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }

  /** All that is compressed in a pack, whether the pack is complete or not. */
  static List<byte[]> inflatedAnywhere(byte[] pack) {
    List<byte[]> all = new ArrayList<>();
    for (int at = 0; at + 1 < pack.length; at++) {
      boolean header = pack[at] == 0x78 && ((pack[at] << 8) + (pack[at + 1] & 0xFF)) % 31 == 0;
      if (header) {
        all.add(inflated(pack, at));
      }
    }
    return all;
  }

  /** An object as its file holds it once inflated. */
  static Stored parse(byte[] inflated) throws IOException {
    int end = 0;
    while (end < inflated.length && inflated[end] != 0) {
      end++;
    }
    String[] header = new String(inflated, 0, end, StandardCharsets.US_ASCII).split(" ");
    int size = inflated.length - end - 1;
    if (header.length != 2 || !header[1].equals(Integer.toString(size))) {
      throw new IOException("not an object");
    }
    byte[] content = new byte[size];
    System.arraycopy(inflated, end + 1, content, 0, size);
    return new Stored(header[0], content);
  }

  /** The regular files of a tree. */
  static List<Entry> tree(byte[] content) {
    List<Entry> entries = new ArrayList<>();
    int at = 0;
    while (at < content.length) {
      int end = at;
      while (content[end] != 0) {
        end++;
      }
      String[] words = new String(content, at, end - at, StandardCharsets.UTF_8).split(" ", 2);
      if (words[0].startsWith("100")) {
        entries.add(new Entry(words[1], id(content, end + 1)));
      }
      at = end + 1 + OBJECT_ID;
    }
    return entries;
  }

  /** The regular files of an index of version 2 or 3; those of a damaged one, as far as it goes. */
  static List<Entry> index(byte[] file) {
    List<Entry> entries = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(file);
    int count = bytes.getInt(8);
    int at = 12;
    for (int i = 0; i < count && at + BEFORE_NAME < file.length; i++) {
      int mode = bytes.getInt(at + 24);
      boolean extended = (bytes.getShort(at + 60) & EXTENDED) != 0;
      int name = at + BEFORE_NAME + (extended ? 2 : 0);
      int end = name;
      while (end < file.length && file[end] != 0) {
        end++;
      }
      if (mode >> 12 == 8) {
        String path = new String(file, name, end - name, StandardCharsets.UTF_8);
        entries.add(new Entry(path, id(file, at + 40)));
      }
      at += (end - at + 8) / 8 * 8;
    }
    return entries;
  }

  private static String id(byte[] bytes, int at) {
    return HexFormat.of().formatHex(bytes, at, at + OBJECT_ID);
  }
}
