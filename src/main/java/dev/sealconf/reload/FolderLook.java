package dev.sealconf.reload;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a folder at one time. Kubernetes mounts a secret as a folder of links through a link
 * {@code ..data}, and replaces that link to publish a new version ({@code docs/java.md §reload}).
 *
 * @param version the folder with the files
 * @param linked whether {@code ..data} leads to it
 * @param files the files in it, without links to the folder, sorted by name
 */
public record FolderLook(FileLook version, boolean linked, List<Path> files, List<FileLook> looks)
    implements Look {
  private static final String DATA = "..data";
  private static final String CONFIG = ".sops.yaml";

  /** Looks at a path, at which there may be no folder. */
  public static FolderLook at(Path folder) {
    Path data = folder.resolve(DATA);
    boolean linked = Files.isSymbolicLink(data);
    FileLook version = FileLook.at(linked ? data : folder);
    List<Path> files = new ArrayList<>();
    if (!version.isNothing()) {
      try (DirectoryStream<Path> all =
          Files.newDirectoryStream(version.real(), FolderLook::belongs)) {
        all.forEach(files::add);
      } catch (IOException | DirectoryIteratorException e) {
        version = FileLook.NOTHING;
        files.clear();
      }
    }
    files.sort(null);
    return new FolderLook(version, linked, files, files.stream().map(FileLook::at).toList());
  }

  /** A link that leads nowhere belongs to it, too, so that its file isn't taken as deleted. */
  private static boolean belongs(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith("..")
        && !name.equals(CONFIG)
        && (Files.isRegularFile(file) || Files.isSymbolicLink(file) && !Files.exists(file));
  }

  /** Returns whether the folder could be read. */
  public boolean isReadable() {
    return !version.isNothing();
  }

  @Override
  public boolean isRecent(Instant now) {
    return version.isRecent(now) || looks.stream().anyMatch(look -> look.isRecent(now));
  }
}
