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
 * The folders in which third parties put plug-ins: those in {@code lib/providers} beside the
 * program, and those in the folders that an environment variable names ({@code docs/extending.md}).
 * A folder that can't be used is named in a warning and left out.
 */
public final class PluginFolders {
  /** Folders of plug-in folders, separated as in {@code PATH}. */
  public static final String VARIABLE = "SEALCONF_PROVIDERS";

  private final World world;

  /** Uses what is in a folder. */
  @FunctionalInterface
  public interface Visitor {
    void visit(String folder, ClassLoader classes);
  }

  /** The folders of a run; they are looked for when they are visited. */
  public PluginFolders(World world) {
    this.world = world;
  }

  /**
   * Visits every folder, by name within each place. A visitor that fails causes a warning.
   *
   * @param own the names of folders that belong to the program, which are left out
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
