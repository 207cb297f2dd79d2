package dev.sealconf.plugin;

import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ServiceConfigurationError;

/**
 * The folders of third parties' plug-ins: those in {@code lib/providers} next to the program, and
 * those in the folders that an environment variable lists ({@code docs/extending.md}). A folder
 * that can't be loaded is skipped with a warning that names it.
 */
public final class PluginFolders {
  /** Lists folders of plug-in folders, separated as in {@code PATH}. */
  public static final String VARIABLE = "SEALCONF_PROVIDERS";

  private final World world;

  /** Uses the contents of a folder. */
  @FunctionalInterface
  public interface Visitor {
    void visit(String folder, ClassLoader classes);
  }

  /** Uses the folders of a run. Looks for them only in {@link #visit}. */
  public PluginFolders(World world) {
    this.world = world;
  }

  /**
   * Visits every folder, sorted by name within each place. If the visitor fails, warns and
   * continues.
   *
   * @param own the names of the program's own folders, which are skipped
   */
  public void visit(Collection<String> own, Visitor visitor) {
    for (Path folder : folders(own)) {
      try {
        visitor.visit(folder.getFileName().toString(), JarFolder.loader(folder));
      } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
        world.tell().warn("no provider can be loaded from " + world.shown(folder));
      }
    }
  }

  private List<Path> folders(Collection<String> own) {
    List<Path> roots = new ArrayList<>();
    JarFolder.program().ifPresent(lib -> roots.add(lib.resolve("providers")));
    for (String root : world.variable(VARIABLE).orElse("").split(File.pathSeparator)) {
      if (!root.isEmpty()) {
        roots.add(world.resolve(root));
      }
    }
    List<Path> folders = new ArrayList<>();
    roots.stream().filter(Files::isDirectory).forEach(root -> addFolders(root, folders));
    folders.removeIf(folder -> own.contains(folder.getFileName().toString()));
    return folders;
  }

  private void addFolders(Path root, List<Path> folders) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(root, Files::isDirectory)) {
      children.forEach(found::add);
    } catch (IOException e) {
      world.tell().warn("the providers' folder can't be read: " + Printable.quote(root.toString()));
    }
    found.sort(null);
    folders.addAll(found);
  }
}
