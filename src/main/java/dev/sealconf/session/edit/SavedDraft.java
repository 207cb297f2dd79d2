package dev.sealconf.session.edit;

import java.nio.file.Path;

/**
 * A draft that was kept.
 *
 * @param file where
 * @param text the draft itself
 * @param opened the plain text that it began with; empty for a file that was not there
 */
record SavedDraft(Path file, byte[] text, byte[] opened) {}
