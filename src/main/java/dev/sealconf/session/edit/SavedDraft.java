package dev.sealconf.session.edit;

import java.nio.file.Path;

/**
 * A draft that was kept.
 *
 * @param file where it is
 * @param text the draft itself
 * @param opened the plain text that it started from; empty if the file did not exist
 */
record SavedDraft(Path file, byte[] text, byte[] opened) {}
