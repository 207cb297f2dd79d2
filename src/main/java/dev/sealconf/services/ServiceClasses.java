package dev.sealconf.services;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The classes that implement one service type, by name. Unlike a {@code ServiceLoader}, it doesn't
 * load and instantiate all of them, or open every jar on the class path to find them.
 */
public final class ServiceClasses<T> {
  /**
   * A system property, set by the launcher, that names a folder with a copy of {@code
   * META-INF/services}. Reading a file there opens no jar. Without it, the class path is searched.
   */
  public static final String FOLDER = "sealconf.services";

  private final Class<T> type;
  private final ClassLoader loader;
  private final List<String> names;

  private ServiceClasses(Class<T> type, ClassLoader loader, List<String> names) {
    this.type = type;
    this.loader = loader;
    this.names = names;
  }

  /**
   * Returns the classes listed for this type, as the thread's class loader finds them, and then
   * those that the type's own class loader finds. In a server or a thread pool, the thread's class
   * loader may be one that doesn't know this program; then only the other one counts.
   *
   * @throws MachineFailure if the list can't be read
   */
  public static <T> ServiceClasses<T> of(Class<T> type) {
    List<String> names = new ArrayList<>();
    try {
      String folder = System.getProperty(FOLDER);
      if (folder != null && addFrom(folder, type, names)) {
        return new ServiceClasses<>(type, type.getClassLoader(), names);
      }
      ClassLoader loader = ofThread(type);
      addListed(loader, type, names);
      if (loader != type.getClassLoader()) {
        addListed(type.getClassLoader(), type, names);
      }
      return new ServiceClasses<>(type, loader, names);
    } catch (IOException e) {
      throw new MachineFailure(
              "the list of classes for " + Printable.quote(type.getName()) + " can't be read")
          .from(e);
    }
  }

  /** Returns the thread's class loader if it knows this very type, otherwise the type's own. */
  private static ClassLoader ofThread(Class<?> type) {
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    try {
      boolean known = ofThread != null && Class.forName(type.getName(), false, ofThread) == type;
      return known ? ofThread : type.getClassLoader();
    } catch (ClassNotFoundException | LinkageError e) {
      return type.getClassLoader();
    }
  }

  private static void addListed(ClassLoader loader, Class<?> type, List<String> names)
      throws IOException {
    for (URL file : Collections.list(loader.getResources("META-INF/services/" + type.getName()))) {
      try (InputStream in = file.openStream()) {
        addTo(names, in.readAllBytes());
      }
    }
  }

  private static boolean addFrom(String folder, Class<?> type, List<String> names)
      throws IOException {
    try (InputStream in = new FileInputStream(new File(folder, type.getName()))) {
      addTo(names, in.readAllBytes());
      return true;
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  private static void addTo(List<String> names, byte[] file) {
    for (String line : new String(file, StandardCharsets.UTF_8).split("\n")) {
      int comment = line.indexOf('#');
      String name = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (!name.isEmpty() && !names.contains(name)) {
        names.add(name);
      }
    }
  }

  /** Returns the full names of the classes, in the order of the list. */
  public List<String> names() {
    return names;
  }

  /**
   * Finds a class whose name is {@code word} followed by {@code suffix}, ignoring case, hyphens and
   * underscores: {@code gcp_kms} and {@code KeyProvider} find {@code GcpKmsKeyProvider}. Loads no
   * class.
   */
  public Optional<String> named(String word, String suffix) {
    String bare = word.replace("-", "").replace("_", "");
    String wanted = bare + suffix;
    for (String name : names) {
      int start = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1;
      if (name.substring(start).equalsIgnoreCase(wanted)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /**
   * Creates an instance of the class with this name.
   *
   * @throws MachineFailure if the class can't be loaded, or has no public no-argument constructor
   */
  public T make(String name) {
    try {
      return type.cast(loaded(name).getConstructor().newInstance());
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new MachineFailure("the class " + Printable.quote(name) + " can't be loaded").from(e);
    }
  }

  private Class<?> loaded(String name) throws ClassNotFoundException {
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      return Class.forName(name, true, type.getClassLoader());
    }
  }

  /** Creates an instance of each class, in the order of the list. */
  public List<T> all() {
    List<T> all = new ArrayList<>();
    for (String name : names) {
      all.add(make(name));
    }
    return all;
  }
}
