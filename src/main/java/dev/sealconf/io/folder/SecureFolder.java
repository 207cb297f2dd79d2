package dev.sealconf.io.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A folder that is open as a file descriptor. */
final class SecureFolder implements OpenFolder {
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final SecureDirectoryStream<Path> stream;

  SecureFolder(SecureDirectoryStream<Path> stream) {
    this.stream = stream;
  }

  @Override
  public FileChannel create(Path name, boolean ownerOnly) throws IOException {
    FileAttribute<?>[] born = ownerOnly ? new FileAttribute<?>[] {OWNER_ONLY} : none();
    return (FileChannel) stream.newByteChannel(name, NEW, born);
  }

  private static FileAttribute<?>[] none() {
    return new FileAttribute<?>[0];
  }

  @Override
  public OpenFolder inside(Path name) throws IOException {
    return new SecureFolder(stream.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
  }

  @Override
  public void move(Path name, OpenFolder to, Path target) throws IOException {
    stream.move(name, ((SecureFolder) to).stream, target.getFileName());
  }

  @Override
  public void delete(Path name) throws IOException {
    try {
      stream.deleteFile(name);
    } catch (NoSuchFileException e) {
      // There is nothing to delete.
    }
  }

  @Override
  public void deleteFolder(Path name) throws IOException {
    try {
      stream.deleteDirectory(name);
    } catch (NoSuchFileException e) {
      // There is nothing to delete.
    }
  }

  @Override
  public PosixFileAttributeView attributes(Path name) {
    return stream.getFileAttributeView(
        name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public Object identity() throws IOException {
    return stream.getFileAttributeView(BasicFileAttributeView.class).readAttributes().fileKey();
  }

  @Override
  public Object identity(Path name) throws IOException {
    try {
      return stream
          .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .readAttributes()
          .fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
