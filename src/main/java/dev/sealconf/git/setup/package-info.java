/**
 * Sets up a repository for sealconf and says how it is set up: git's settings, hooks and
 * attributes, and whether the files of the work tree are plaintext or encrypted. Writes only
 * settings and hooks that are missing, or that it has written itself. Called by {@code cli.git}
 * alone.
 */
package dev.sealconf.git.setup;
