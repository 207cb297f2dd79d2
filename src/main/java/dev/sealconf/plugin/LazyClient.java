package dev.sealconf.plugin;

/**
 * An object of a class in a client's folder ({@link JarFolder}), created on first use and kept
 * until it is forgotten. Safe for use by several threads.
 */
public final class LazyClient<T> {
  private final String folder;
  private final String className;
  private final Class<T> type;
  private T client;

  /** Opens nothing yet. The parameters are those of {@link JarFolder#open}. */
  public LazyClient(String folder, String className, Class<T> type) {
    this.folder = folder;
    this.className = className;
    this.type = type;
  }

  /**
   * Returns the object, which is the same at every call until {@link #forget}.
   *
   * @throws dev.sealconf.error.SealconfException if the folder is incomplete
   */
  public synchronized T get() {
    if (client == null) {
      client = JarFolder.open(folder, className, type);
    }
    return client;
  }

  /** Drops the object and everything it keeps. The next {@link #get} creates a new one. */
  public synchronized void forget() {
    client = null;
  }
}
