/**
 * Folders that other users may tamper with. They are opened once, so that all operations act on the
 * same folder and never follow a link. Also finds folders for locks that belong to the user alone.
 * Knows nothing about {@code World}. Used by {@code io}.
 */
package dev.sealconf.io.folder;
