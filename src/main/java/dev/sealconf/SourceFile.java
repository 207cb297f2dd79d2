package dev.sealconf;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.error.Location;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.session.Session;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Where a document was read from. It knows the hashes of everything that the file may contain
 * without a change by others: what was read, and the documents that were made from it.
 */
final class SourceFile {
  /** Null for a stream. */
  private final Path path;

  private final String name;
  private final Set<ByteBuffer> versions;

  private SourceFile(Path path, String name, Set<ByteBuffer> versions) {
    this.path = path;
    this.name = name;
    this.versions = versions;
  }

  /** Returns a file that was read. */
  static SourceFile of(Path path, String name, byte[] content) {
    return new SourceFile(path, name, Set.of(hash(content)));
  }

  /**
   * Returns a stream with the name of a file.
   *
   * @throws dev.sealconf.error.FileFailure if no file can have this name
   */
  static SourceFile stream(Session session, String name) {
    Path unused = session.world().resolve(name);
    return new SourceFile(null, name, Set.of());
  }

  /** Returns the same file, which may contain this version, too. */
  SourceFile with(byte[] version) {
    Set<ByteBuffer> more = new HashSet<>(versions);
    more.add(hash(version));
    return new SourceFile(path, name, more);
  }

  private static ByteBuffer hash(byte[] content) {
    return ByteBuffer.wrap(Primitives.sha256(content));
  }

  String name() {
    return name;
  }

  Location location() {
    return Location.of(name);
  }

  /** Returns the path for which rules decide. */
  Path deciding(Session session) {
    return path == null ? session.world().resolve(name) : path;
  }

  /**
   * Replaces the file.
   *
   * @throws OutputFailure.NotWritten if it is a stream, or others have changed the file
   */
  void write(Session session, byte[] sealed) {
    if (path == null) {
      throw new OutputFailure.NotWritten("the document was not read from a file")
          .hint("name one: write(Path)");
    }
    session
        .files()
        .update(
            path,
            SafeFile.Content.SEALED,
            now -> {
              if (!versions.contains(hash(now)) && !Arrays.equals(now, sealed)) {
                throw new OutputFailure.NotWritten("the file has changed since it was read")
                    .hint("read it again, and repeat the change")
                    .at(location());
              }
              return sealed;
            });
  }
}
