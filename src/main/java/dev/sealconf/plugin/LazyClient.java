package dev.sealconf.plugin;

/**
 * An object of a class in a client's folder ({@link JarFolder}), made when it is first asked for
 * and kept until it is forgotten. May be used from several threads.
 */
public final class LazyClient<T> {
  private final String folder;
  private final String className;
  private final Class<T> type;
  private T client;

  /** Nothing is opened yet; the parameters are those of {@link JarFolder#open}. */
  public LazyClient(String folder, String className, Class<T> type) {
    this.folder = folder;
    this.className = className;
    this.type = type;
  }

  /**
   * The object, the same at every call until {@link #forget}.
   *
   * @throws dev.sealconf.error.SealconfException if the folder is not whole
   */
  public synchronized T get() {
    if (client == null) {
      client = JarFolder.open(folder, className, type);
    }
    return client;
  }

  /** Lets go of the object, and of what it keeps; the next {@link #get} makes another one. */
  public synchronized void forget() {
    client = null;
  }
}
