package dev.sealconf.reload;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a folder at one time. Kubernetes mounts a secret as a folder of links through a link
 * {@code ..data}, and replaces that link to publish a new version ({@code docs/java.md §reload}).
 *
 * @param version the folder with the files, without links
 * @param linked whether {@code ..data} leads to it
 * @param files the files in it, sorted by name
 */
public record FolderLook(Path version, boolean linked, List<Path> files, List<FileLook> looks) {
  private static final String DATA = "..data";
  private static final String CONFIG = ".sops.yaml";

  /**
   * Looks at a folder.
   *
   * @throws IOException if it can't be read
   */
  public static FolderLook at(Path folder) throws IOException {
    Path data = folder.resolve(DATA);
    boolean linked = Files.isDirectory(data);
    Path version = (linked ? data : folder).toRealPath();
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(version, FolderLook::belongs)) {
      all.forEach(files::add);
    }
    files.sort(null);
    return new FolderLook(version, linked, files, files.stream().map(FileLook::at).toList());
  }

  private static boolean belongs(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file) && !name.startsWith("..") && !name.equals(CONFIG);
  }
}
