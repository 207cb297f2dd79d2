package dev.sealconf;

import dev.sealconf.error.FileFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.exec.required.Validation;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.task.EncryptFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Reads encrypted configuration files into the memory of a Java program ({@code docs/java.md}).
 *
 * <pre>{@code
 * SealedDocument secrets = Sealconf.read(Path.of("secrets.yaml"));
 * String password = secrets.get("db.password");
 * }</pre>
 *
 * <p>It finds keys and {@code .sops.yaml} as the command does. All methods may be called from
 * several threads. They print nothing, ask nothing and keep nothing between calls. Each failure is
 * a {@link SealconfException}, which names the place, says what would help, and never contains a
 * value.
 */
public final class Sealconf {
  /** The size of the largest stream that is read, in bytes: that of the largest file. */
  private static final int MOST = 256 << 20;

  private Sealconf() {}

  /**
   * Reads an encrypted file.
   *
   * @throws SealconfException if it can't be read, no key opens it, or someone changed it
   */
  public static SealedDocument read(Path file) {
    return read(file, SealconfOptions.DEFAULT);
  }

  /** Reads an encrypted file with these options; fails as {@link #read(Path)} does. */
  public static SealedDocument read(Path file, SealconfOptions options) {
    String name = FileName.of(file);
    return options.run(
        name,
        session -> {
          Path path = session.world().resolve(name);
          byte[] sealed = bytes(session, path);
          return SealedDocument.open(session, options, SourceFile.of(path, name, sealed), sealed);
        });
  }

  private static byte[] bytes(Session session, Path path) {
    try {
      return session.files().read(path);
    } catch (FileFailure e) {
      throw e.hints().isEmpty() ? e.hint("name a file that the program may read") : e;
    }
  }

  /**
   * Reads an encrypted document from a stream, which the caller closes.
   *
   * @param name the name of a file, whose suffix says the format; messages contain it
   */
  public static SealedDocument read(InputStream stream, String name, SealconfOptions options) {
    byte[] bytes = bytes(stream, name);
    return options.run(
        name,
        session -> SealedDocument.open(session, options, SourceFile.stream(session, name), bytes));
  }

  private static byte[] bytes(InputStream stream, String name) {
    try {
      byte[] bytes = stream.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw new FileFailure.Unreadable("the stream is longer than " + (MOST >> 20) + " MiB")
            .at(Location.of(name));
      }
      return bytes;
    } catch (IOException e) {
      throw new FileFailure.Unreadable("the stream can't be read").at(Location.of(name)).from(e);
    }
  }

  /**
   * Reads an encrypted resource, such as {@code /secrets.yaml} in the program's jar.
   *
   * @param owner a class of the program; a name that doesn't start with a slash is relative to its
   *     package
   */
  public static SealedDocument readResource(Class<?> owner, String name) {
    return readResource(owner, name, SealconfOptions.DEFAULT);
  }

  /** Reads an encrypted resource with these options. */
  public static SealedDocument readResource(Class<?> owner, String name, SealconfOptions options) {
    try (InputStream stream = owner.getResourceAsStream(name)) {
      if (stream == null) {
        throw new FileFailure.Missing("there is no resource " + Printable.quote(name), "")
            .hint("a name that starts with / is searched from the root of the class path");
      }
      return read(stream, name, options);
    } catch (IOException e) {
      throw new FileFailure.Unreadable("the resource " + Printable.quote(name) + " can't be read")
          .from(e);
    }
  }

  /**
   * Encrypts a file in place by its creation rule in {@code .sops.yaml}.
   *
   * @throws SealconfException if no rule applies, a key can't be used, or the file is already
   *     encrypted or can't be written
   */
  public static void encrypt(Path file) {
    encrypt(file, SealconfOptions.DEFAULT);
  }

  /** Encrypts a file with these options; fails as {@link #encrypt(Path)} does. */
  public static void encrypt(Path file, SealconfOptions options) {
    String name = FileName.of(file);
    options.run(
        name,
        session -> {
          Path path = session.world().resolve(name);
          if (Files.isDirectory(path)) {
            throw new FileFailure.Unreadable(session.world().shown(path) + " is a folder")
                .hint("encrypt its files one by one");
          }
          Overrides given = options.overrides(List.of(path.toString())).with("in-place", "true");
          new EncryptFiles(session, given).run(Sealconf::fail);
          return null;
        });
  }

  private static void fail(String file, Throwable failure) {
    throw failure instanceof SealconfException known ? known : new IllegalStateException(failure);
  }

  /**
   * Checks that files have the keys that {@code .sops.yaml} and templates require, as {@code
   * sealconf validate} does. The files count as one set of variables, in which later files win.
   *
   * @return whether the values were checked; false if no key opens a file, so only names were
   * @throws SealconfException a {@link dev.sealconf.error.RequiredKeyFailure} that names each key
   *     that is missing or doesn't meet its requirements
   */
  public static boolean validate(List<Path> files, SealconfOptions options) {
    List<String> names = files.stream().map(FileName::of).toList();
    return options.run(
        String.join(", ", names),
        session ->
            new Validation(session, options.overrides())
                .run(
                    names.stream().map(name -> session.world().resolve(name).toString()).toList()));
  }

  /**
   * Reads an encrypted file, and reads it again when it changes. The file may be in a folder that
   * Kubernetes mounts.
   *
   * @throws SealconfException if the file can't be read now; later failures go to the listener
   */
  public static Watched<SealedDocument> watch(
      Path file, SealconfOptions options, ReloadListener<SealedDocument> listener) {
    Path absolute = resolved(file, options);
    return new Watched<>(new WatchedFile(file, absolute, options), options.interval(), listener);
  }

  /**
   * Reads all files of a folder, by their names, and reads them again when one of them changes.
   * Each of them must be encrypted. A new version is handed out only if all files belong to it.
   *
   * @throws SealconfException if a file can't be read now; later failures go to the listener
   */
  public static Watched<Map<String, SealedDocument>> watchFolder(
      Path folder, SealconfOptions options, ReloadListener<Map<String, SealedDocument>> listener) {
    return new Watched<>(
        new WatchedFolder(resolved(folder, options), options), options.interval(), listener);
  }

  private static Path resolved(Path path, SealconfOptions options) {
    String name = FileName.of(path);
    return options.run(name, session -> session.world().resolve(name));
  }
}
