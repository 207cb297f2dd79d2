/**
 * Folders that other users may meddle with: opened once, so that what is done in them is done
 * there, and never through a link; and folders for locks that are the user's alone. Knows nothing
 * of {@code World}. Used by {@code io}.
 */
package dev.sealconf.io.folder;
