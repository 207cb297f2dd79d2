package dev.sealconf;

import dev.sealconf.error.FileFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.SealconfException;
import dev.sealconf.reload.FolderLook;
import dev.sealconf.reload.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** All files of a folder, by their names. */
record WatchedFolder(Path folder, SealconfOptions options)
    implements Place<Map<String, SealedDocument>> {

  @Override
  public Object state() {
    try {
      return FolderLook.at(folder);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public Map<String, SealedDocument> read() {
    Map<String, SealedDocument> all = new LinkedHashMap<>();
    for (Path file : look().files()) {
      all.put(file.getFileName().toString(), Sealconf.read(file, options));
    }
    return Collections.unmodifiableMap(all);
  }

  private FolderLook look() {
    try {
      return FolderLook.at(folder);
    } catch (IOException e) {
      throw unreadable().from(e);
    }
  }

  private SealconfException unreadable() {
    return new FileFailure.Unreadable("the folder can't be read")
        .at(Location.of(folder.toString()))
        .hint("name a folder that the program may read");
  }

  /** Files behind the link {@code ..data} belong to one version. */
  @Override
  public boolean isReplacedAsAWhole() {
    return look().linked();
  }

  @Override
  public boolean same(Map<String, SealedDocument> one, Map<String, SealedDocument> other) {
    return one.keySet().equals(other.keySet())
        && one.entrySet().stream()
            .allMatch(entry -> entry.getValue().sameFile(other.get(entry.getKey())));
  }
}
