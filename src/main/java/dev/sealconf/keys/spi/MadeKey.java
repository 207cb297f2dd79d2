package dev.sealconf.keys.spi;

import java.nio.file.Path;

/**
 * A key on this machine, ready for use.
 *
 * @param recipient what to give to {@code --age} and its like, and to write in {@code .sops.yaml}
 * @param file where its secret half lies: what to back up and never to commit
 * @param reused whether it was there already
 */
public record MadeKey(String recipient, Path file, boolean reused) {}
