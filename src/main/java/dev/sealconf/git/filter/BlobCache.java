package dev.sealconf.git.filter;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.document.Limits;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.git.repository.GitPath;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.file.CacheFolder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers which blob is the stored form of which file, so that the same file gives the same blob,
 * and a blob seen before needs no key. It is in the folder {@code sealconf} of the repository's
 * shared folder, and holds no plaintext: names of objects under HMACs of paths and texts, with a
 * random key beside them, and encrypted blobs that git may not have stored yet. It may be removed
 * or damaged at any moment. Then a changed file gets new tokens, but nothing else happens. May be
 * used from several threads.
 */
public final class BlobCache implements AutoCloseable {
  /** The name of its folder. */
  public static final String FOLDER = "sealconf";

  /** The name of the file with the key for its HMACs: 32 random bytes. */
  public static final String KEY_FILE = "hmac.key";

  private static final String MADE_FOLDER = "made";
  private static final int KEY_BYTES = 32;
  private static final int MOST_MADE = 256;
  private static final int FILE_ID = 4;
  private static final byte[] PAIR = {1};
  private static final byte[] STORED = {2};
  private static final byte[] TEXT = {3};
  private static final byte[] MADE = {4};
  private static final byte[] NO_PATH = {};

  private final Repository repository;
  private final CacheFolder made;
  private final byte[] key;
  private final CacheRecords records;

  /** The file with what this process makes; null until it makes something. */
  private CacheFolder.Log makes;

  private byte[] makesId;
  private long makesLength;

  /** The blobs that this process checked out, by the prints of their files. */
  private final Map<ByteBuffer, String> checkedOut = new HashMap<>();

  /** What identifies a file's text at its path, without showing it. */
  record Print(byte[] atPath, byte[] anywhere) {}

  /** Opens the cache of a repository. */
  public BlobCache(Repository repository) {
    CacheFolder folder = new CacheFolder(repository.sharedFolder().resolve(FOLDER));
    this.repository = repository;
    this.made = folder.inside(MADE_FOLDER);
    this.key = key(repository, folder);
    this.records = new CacheRecords(folder, key);
  }

  /** Removes all that the cache of a repository holds. */
  public static void wipe(Repository repository) {
    CacheFolder folder = new CacheFolder(repository.sharedFolder().resolve(FOLDER));
    CacheFolder made = folder.inside(MADE_FOLDER);
    made.names().forEach(made::remove);
    folder.names().forEach(folder::remove);
    new CacheFolder(repository.sharedFolder()).remove(FOLDER);
  }

  /** Returns whether a repository has a cache with anything in it. */
  public static boolean isThere(Repository repository) {
    return !new CacheFolder(repository.sharedFolder().resolve(FOLDER)).names().isEmpty();
  }

  private static byte[] key(Repository repository, CacheFolder folder) {
    Optional<byte[]> key = known(folder);
    if (key.isPresent()) {
      return key.get();
    }
    byte[] fresh = repository.world().entropy().bytes(KEY_BYTES);
    if (!folder.create(KEY_FILE, fresh) && known(folder).isEmpty()) {
      folder.replace(KEY_FILE, fresh); // what is there is no key
    }
    return known(folder).orElse(fresh);
  }

  private static Optional<byte[]> known(CacheFolder folder) {
    return folder.read(KEY_FILE, KEY_BYTES).filter(bytes -> bytes.length == KEY_BYTES);
  }

  /**
   * Returns a key of 32 bytes for HMACs that must be the same in all runs in this clone.
   *
   * @param purpose what it is for; another purpose has another key
   */
  public byte[] derived(String purpose) {
    return Primitives.hmacSha256(key, purpose.getBytes(StandardCharsets.UTF_8));
  }

  /** Computes what identifies a text in the work tree. */
  Print print(GitPath path, byte[] text) {
    return new Print(
        digest(path.bytes().getBytes(StandardCharsets.ISO_8859_1), text), digest(NO_PATH, text));
  }

  private byte[] digest(byte[] path, byte[] text) {
    return Primitives.hmacSha256(key, path, new byte[] {0}, text);
  }

  private byte[] recordKey(byte[] kind, byte[] print, byte[] rest) {
    return Arrays.copyOf(Primitives.hmacSha256(key, kind, print, rest), CacheRecords.KEY);
  }

  /** Returns whether a blob is known to be the stored form of the file with this print. */
  synchronized boolean isStoredForm(String object, Print print) {
    return records.get(recordKey(PAIR, print.atPath(), ascii(object))).isPresent();
  }

  /**
   * Returns the blob that was made from this file.
   *
   * @param terms what identifies the keys and rules that it was made with
   */
  synchronized Optional<String> stored(Print print, byte[] terms) {
    return records.get(recordKey(STORED, print.atPath(), terms));
  }

  /** Returns the blob that was last made from a file with this text, at any path. */
  synchronized Optional<String> withText(Print print) {
    return records.get(recordKey(TEXT, print.anywhere(), NO_PATH));
  }

  /** Returns a complete blob that was made here, which git may not have stored. */
  synchronized Optional<byte[]> made(String object) {
    return records
        .get(recordKey(MADE, ascii(object), NO_PATH))
        .map(place -> ByteBuffer.wrap(HexFormat.of().parseHex(place)))
        .filter(place -> place.remaining() == FILE_ID + Long.BYTES + Integer.BYTES)
        .flatMap(place -> read(Integer.toHexString(place.getInt()), place))
        .filter(bytes -> repository.objectName(bytes).equals(object));
  }

  private Optional<byte[]> read(String file, ByteBuffer place) {
    long from = place.getLong();
    int length = place.getInt();
    return length < 0 || length > Limits.FILE_BYTES
        ? Optional.empty()
        : made.read(file, from, length);
  }

  /**
   * Remembers that a blob is the stored form of a file.
   *
   * @param terms what identifies the keys and rules of the blob
   */
  synchronized void remember(Print print, String object, byte[] terms) {
    records.put(recordKey(PAIR, print.atPath(), ascii(object)), object);
    records.put(recordKey(STORED, print.atPath(), terms), object);
    records.put(recordKey(TEXT, print.anywhere(), NO_PATH), object);
    records.flush();
  }

  /**
   * Remembers that a merge made a blob of versions that had these metadata: git may ask for it
   * while it still has one of them.
   */
  public synchronized void remember(
      GitPath path, byte[] work, byte[] stored, List<Metadata> versions) {
    Print print = print(path, work);
    String object = nameOf(stored);
    keep(object, stored);
    for (Metadata version : versions) {
      remember(print, object, TermsPrint.of(version));
    }
  }

  /** Remembers that git gets this file for a blob, and that it knows the blob from then on. */
  synchronized void checkOut(Print print, String object, byte[] terms) {
    remember(print, object, terms);
    checkedOut.put(ByteBuffer.wrap(print.atPath()), object);
  }

  /**
   * Returns the blob for which git got this file last in this process. During a merge, git compares
   * the file with that blob, while the index on disk still has another one of the same text.
   */
  synchronized Optional<String> checkedOut(Print print) {
    return Optional.ofNullable(checkedOut.get(ByteBuffer.wrap(print.atPath())));
  }

  /** Returns the name that git gives to a blob. */
  String nameOf(byte[] stored) {
    return repository.objectName(stored);
  }

  /** Keeps an encrypted blob that git may not have stored yet. */
  synchronized void keep(String object, byte[] stored) {
    if (makes == null) {
      makeRoom();
      makesId = repository.world().entropy().bytes(FILE_ID);
      makes = made.log(Integer.toHexString(ByteBuffer.wrap(makesId).getInt()));
    }
    makes.append(stored);
    ByteBuffer place = ByteBuffer.allocate(FILE_ID + Long.BYTES + Integer.BYTES);
    place.put(makesId).putLong(makesLength).putInt(stored.length);
    makesLength += stored.length;
    records.put(recordKey(MADE, ascii(object), NO_PATH), HexFormat.of().formatHex(place.array()));
  }

  /** Removes the older half of the files if there are too many. Each process creates one. */
  private void makeRoom() {
    List<String> names = new ArrayList<>(made.names());
    if (names.size() > MOST_MADE) {
      names.sort((a, b) -> made.written(a).compareTo(made.written(b)));
      names.subList(0, names.size() / 2).forEach(made::remove);
    }
  }

  @Override
  public synchronized void close() {
    records.close();
    if (makes != null) {
      makes.close();
    }
  }

  private static byte[] ascii(String object) {
    return object.getBytes(StandardCharsets.US_ASCII);
  }
}
