package dev.sealconf.git.filter;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.io.file.CacheFolder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * A map from keys of 16 bytes to names of objects, in a file that every process only adds to. Each
 * record has 64 bytes: the key, two fixed bytes, the length of the name, the name, and 13 bytes
 * that prove that the record is whole and was written with the same cache key. Anything else in the
 * file is passed over. The proof is checked when a record is used: checking all of them would take
 * longer than a command of git.
 */
final class CacheRecords implements AutoCloseable {
  /** The length of a key in bytes. */
  static final int KEY = 16;

  private static final String FILE = "blobs";
  private static final byte[] MARK = {(byte) 0xC0, (byte) 0xDE};
  private static final int RECORD = 64;
  private static final int LENGTH = KEY + 2;
  private static final int NAME = LENGTH + 1;
  private static final int PROOF = NAME + 32;
  private static final int MOST_RECORDS = 1 << 16;

  private final CacheFolder folder;
  private final byte[] cacheKey;

  /** Where each key's latest record begins; the buffers are views of the file. */
  private final Map<ByteBuffer, ByteBuffer> records = new HashMap<>();

  private final CacheFolder.Log log;
  private final ByteArrayOutputStream unwritten = new ByteArrayOutputStream();
  private boolean read;

  CacheRecords(CacheFolder folder, byte[] cacheKey) {
    this.folder = folder;
    this.cacheKey = cacheKey;
    this.log = folder.log(FILE);
  }

  /** Returns the name that was put under this key last, in lower-case hex. */
  Optional<String> get(byte[] key) {
    load();
    ByteBuffer found = records.get(ByteBuffer.wrap(key));
    if (found == null) {
      return Optional.empty();
    }
    byte[] record = new byte[RECORD];
    found.duplicate().get(record);
    int length = record[LENGTH];
    boolean whole =
        length >= 0
            && length <= PROOF - NAME
            && Arrays.equals(proof(record), Arrays.copyOfRange(record, PROOF, RECORD));
    return whole
        ? Optional.of(HexFormat.of().formatHex(record, NAME, NAME + length))
        : Optional.empty();
  }

  /** Puts a name, in hex, under a key; {@link #flush} writes it. */
  void put(byte[] key, String name) {
    if (get(key).filter(name::equals).isEmpty()) {
      byte[] record = record(key, HexFormat.of().parseHex(name));
      records.put(ByteBuffer.wrap(key), ByteBuffer.wrap(record));
      unwritten.writeBytes(record);
    }
  }

  /** Writes what was put, so that other processes find it. */
  void flush() {
    if (unwritten.size() > 0) {
      log.append(unwritten.toByteArray());
      unwritten.reset();
    }
  }

  @Override
  public void close() {
    flush();
    log.close();
  }

  private byte[] record(byte[] key, byte[] name) {
    byte[] record =
        ByteBuffer.allocate(RECORD).put(key).put(MARK).put((byte) name.length).put(name).array();
    System.arraycopy(proof(record), 0, record, PROOF, RECORD - PROOF);
    return record;
  }

  private byte[] proof(byte[] record) {
    byte[] proof = Primitives.hmacSha256(cacheKey, Arrays.copyOf(record, PROOF));
    return Arrays.copyOf(proof, RECORD - PROOF);
  }

  private void load() {
    if (read) {
      return;
    }
    read = true;
    byte[] file = folder.read(FILE, RECORD * MOST_RECORDS * 2).orElse(new byte[0]);
    // After a write that was cut off, records begin anywhere.
    for (int at = 0; at + RECORD <= file.length; ) {
      boolean marked = file[at + KEY] == MARK[0] && file[at + KEY + 1] == MARK[1];
      if (marked) {
        ByteBuffer record = ByteBuffer.wrap(file, at, RECORD).slice();
        records.put(record.slice(0, KEY), record);
      }
      at += marked ? RECORD : 1;
    }
    if (file.length > RECORD * MOST_RECORDS) {
      int newer = file.length - RECORD * MOST_RECORDS / 2;
      folder.replace(FILE, Arrays.copyOfRange(file, newer, file.length));
    }
  }
}
