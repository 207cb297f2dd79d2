package dev.sealconf.keys.spi;

import java.util.Optional;

/** Makes a provider of a third party's folder that holds none itself. */
public interface FolderAdapter {

  /**
   * The provider; empty if the folder holds nothing that this adapter knows.
   *
   * @param name the folder's name
   * @param classes what sees the classes in it
   */
  Optional<KeyProvider> provider(String name, ClassLoader classes);
}
