package dev.sealconf.plugin;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.process.ShutdownHooks;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder of jars next to the program's own. A separate class loader opens it when something in it
 * is first needed. Its classes see the Java platform, this program and Tink, and bring everything
 * else themselves, so that two vendors can use different versions of the same library.
 */
public final class JarFolder {
  private JarFolder() {}

  /**
   * Creates an object of a class in a folder of the distribution with its public no-argument
   * constructor. If the folder doesn't exist, as in tests and in programs that use the library, the
   * class comes from the class path.
   *
   * @param folder relative to the folder of the program's jar, such as {@code providers/kms}
   * @param className the full name of the class
   * @throws SealconfException if the installation is incomplete, or the class path lacks the client
   */
  public static <T> T open(String folder, String className, Class<T> type) {
    Optional<Path> jars = program().map(lib -> lib.resolve(folder)).filter(Files::isDirectory);
    ClassLoader loader = jars.map(JarFolder::loader).orElseGet(JarFolder.class::getClassLoader);
    try {
      return type.cast(loader.loadClass(className).getConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw notWhole(folder).from(e);
    } catch (LinkageError e) {
      throw (jars.isPresent() ? notWhole(folder) : clientMissing()).from(e);
    }
  }

  /** A program that uses the library has our class, but perhaps not the vendor's. */
  private static SealconfException clientMissing() {
    return new MachineFailure("classes of the vendor's client are missing")
        .hint("add the client to the class path: docs/java.md says which one");
  }

  private static SealconfException notWhole(String folder) {
    return new MachineFailure(
            "the installation is incomplete: nothing can be loaded from " + folder)
        .hint("unpack the distribution again; for the image, also the archive of its clients");
  }

  /** Returns a class loader for the jars in a folder. */
  public static ClassLoader loader(Path folder) {
    List<URL> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path file : files) {
        jars.add(file.toUri().toURL());
      }
    } catch (IOException e) {
      throw new IllegalStateException("can't read the folder " + folder);
    }
    ShutdownHooks.expectOthers();
    jars.sort((a, b) -> a.getPath().compareTo(b.getPath()));
    return new URLClassLoader(jars.toArray(URL[]::new), new Shared());
  }

  /** Returns the folder of the program's jar, or empty if the program doesn't run from a jar. */
  public static Optional<Path> program() {
    CodeSource source = JarFolder.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      Path jar = Path.of(source.getLocation().toURI());
      return Files.isRegularFile(jar) ? Optional.ofNullable(jar.getParent()) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Exposes the classes that folders share with the program, and nothing else on its class path.
   */
  private static final class Shared extends ClassLoader {
    private static final List<String> PACKAGES =
        List.of("dev.sealconf.", "com.google.crypto.tink.");

    Shared() {
      super(getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (PACKAGES.stream().anyMatch(name::startsWith)) {
        return JarFolder.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}
