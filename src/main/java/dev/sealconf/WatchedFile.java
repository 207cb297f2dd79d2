package dev.sealconf;

import dev.sealconf.reload.FileLook;
import dev.sealconf.reload.Place;
import java.nio.file.Path;

/** One file. Its MAC shows whether it was read as a whole. */
record WatchedFile(Path file, Path absolute, SealconfOptions options)
    implements Place<SealedDocument> {

  @Override
  public Object state() {
    return FileLook.at(absolute);
  }

  @Override
  public SealedDocument read() {
    return Sealconf.read(file, options);
  }

  @Override
  public boolean isReplacedAsAWhole() {
    return true;
  }

  @Override
  public boolean same(SealedDocument one, SealedDocument other) {
    return one.sameFile(other);
  }
}
