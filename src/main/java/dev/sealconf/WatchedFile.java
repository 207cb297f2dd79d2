package dev.sealconf;

import dev.sealconf.reload.FileLook;
import dev.sealconf.reload.Place;
import java.nio.file.Path;

/** One file. Its MAC shows whether it was read as a whole. */
record WatchedFile(Path file, Path absolute, SealconfOptions options)
    implements Place<FileLook, SealedDocument> {

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public FileLook look() {
    return FileLook.at(absolute);
  }

  @Override
  public SealedDocument read(FileLook seen) {
    return Sealconf.read(file, options);
  }

  @Override
  public boolean isReplacedAsAWhole(FileLook seen) {
    return true;
  }

  @Override
  public boolean mayBeIncomplete(FileLook seen, SealedDocument current, SealedDocument read) {
    return false;
  }

  @Override
  public boolean same(SealedDocument one, SealedDocument other) {
    return one.sameFile(other);
  }
}
