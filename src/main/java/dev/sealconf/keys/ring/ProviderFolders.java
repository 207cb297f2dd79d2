package dev.sealconf.keys.ring;

import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import dev.sealconf.keys.spi.FolderAdapter;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.plugin.JarFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * The folders in which third parties put providers: those in {@code lib/providers} beside the
 * program that are not its own, and those in the folders that an environment variable names ({@code
 * docs/extending.md}). One that is broken is named in a warning and passed over.
 */
public final class ProviderFolders {
  /** Folders of provider folders, separated as in {@code PATH}. */
  public static final String VARIABLE = "SEALCONF_PROVIDERS";

  private final World world;

  public ProviderFolders(World world) {
    this.world = world;
  }

  /** The providers in folders that have none of these names. */
  List<KeyProvider> providers(List<String> own) {
    List<KeyProvider> providers = new ArrayList<>();
    for (Path folder : folders(own)) {
      visit(folder, loader -> providers.addAll(providers(folder, loader)));
    }
    if (providers.removeIf(provider -> own.contains(provider.id()))) {
      world.tell().warn("a provider that is called like one of the program's own was passed over");
    }
    return providers;
  }

  /** The providers in a folder, or what adapters make of it if there are none. */
  private static List<KeyProvider> providers(Path folder, ClassLoader loader) {
    List<KeyProvider> found = new ArrayList<>();
    ServiceLoader.load(KeyProvider.class, loader).forEach(found::add);
    if (found.isEmpty()) {
      String name = folder.getFileName().toString();
      for (FolderAdapter adapter : ServiceLoader.load(FolderAdapter.class)) {
        adapter.provider(name, loader).ifPresent(found::add);
      }
    }
    return found;
  }

  /** The services of this type in all folders that are not the program's own. */
  public <T> List<T> services(Class<T> type) {
    List<String> own = KeyProviders.installed().all().stream().map(KeyProvider::id).toList();
    List<T> services = new ArrayList<>();
    for (Path folder : folders(own)) {
      visit(folder, loader -> ServiceLoader.load(type, loader).forEach(services::add));
    }
    return services;
  }

  private void visit(Path folder, Consumer<ClassLoader> visitor) {
    try {
      visitor.accept(JarFolder.loader(folder));
    } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
      world.tell().warn("no provider can be loaded from " + world.shown(folder));
    }
  }

  private List<Path> folders(List<String> own) {
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
