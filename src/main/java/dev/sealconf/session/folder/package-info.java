/**
 * Finds the files of a folder that a task is for. It leaves out and reports what git ignores,
 * nested repositories and installed packages.
 */
package dev.sealconf.session.folder;
