package dev.sealconf;

import dev.sealconf.error.FileFailure;
import dev.sealconf.error.Location;
import dev.sealconf.reload.FolderLook;
import dev.sealconf.reload.Place;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** All files of a folder, by their names. */
record WatchedFolder(Path folder, SealconfOptions options)
    implements Place<FolderLook, Map<String, SealedDocument>> {

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public FolderLook look() {
    return FolderLook.at(folder);
  }

  @Override
  public Map<String, SealedDocument> read(FolderLook seen) {
    if (!seen.isReadable()) {
      throw new FileFailure.Unreadable("the folder can't be read")
          .at(Location.of(name()))
          .hint("name a folder that the program may read");
    }
    Map<String, SealedDocument> all = new LinkedHashMap<>();
    for (Path file : seen.files()) {
      all.put(file.getFileName().toString(), Sealconf.read(file, options));
    }
    return Collections.unmodifiableMap(all);
  }

  /** Files behind the link {@code ..data} belong to one version. */
  @Override
  public boolean isReplacedAsAWhole(FolderLook seen) {
    return seen.linked();
  }

  /** Some programs delete a file before they write it again. */
  @Override
  public boolean mayBeIncomplete(
      FolderLook seen, Map<String, SealedDocument> current, Map<String, SealedDocument> read) {
    return !seen.linked() && !read.keySet().containsAll(current.keySet());
  }

  @Override
  public boolean same(Map<String, SealedDocument> one, Map<String, SealedDocument> other) {
    return one.keySet().equals(other.keySet())
        && one.entrySet().stream()
            .allMatch(entry -> entry.getValue().sameFile(other.get(entry.getKey())));
  }
}
