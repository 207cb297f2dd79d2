package dev.sealconf.keys.spi;

import java.nio.file.Path;

/**
 * A key on this machine, ready for use.
 *
 * @param recipient the value for flags such as {@code --age} and for {@code .sops.yaml}
 * @param file the file with the secret key: back it up, and never commit it
 * @param reused whether the key already existed
 */
public record MadeKey(String recipient, Path file, boolean reused) {}
