/**
 * New recipients and new data keys for files that are plaintext in the work tree: their blobs in
 * git's index change, the files don't. Called by {@code cli.git} alone.
 */
package dev.sealconf.git.rekey;
