package dev.sealconf.io.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A folder that is accessed by its path each time. */
final class PathFolder implements OpenFolder {
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  private final Path folder;

  PathFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public FileChannel create(Path name, boolean ownerOnly) throws IOException {
    return FileChannel.open(folder.resolve(name), NEW, born(ownerOnly));
  }

  private FileAttribute<?>[] born(boolean ownerOnly) {
    if (!ownerOnly || !folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }

  @Override
  public OpenFolder inside(Path name) {
    return new PathFolder(folder.resolve(name));
  }

  @Override
  public void move(Path name, OpenFolder to, Path target) throws IOException {
    Files.move(
        folder.resolve(name),
        ((PathFolder) to).folder.resolve(target.getFileName()),
        StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(Path name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  @Override
  public void deleteFolder(Path name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  @Override
  public PosixFileAttributeView attributes(Path name) {
    return Files.getFileAttributeView(
        folder.resolve(name), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public Object identity() throws IOException {
    return key(folder);
  }

  @Override
  public Object identity(Path name) throws IOException {
    try {
      return key(folder.resolve(name));
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static Object key(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .fileKey();
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
