/**
 * Merges encrypted files by key: as git's merge driver, with a person at the terminal, and where a
 * merge left a file that doesn't open. Plaintext is only in memory, or in a file of the work tree
 * that is plaintext anyway; what git stores is always encrypted.
 */
package dev.sealconf.git.merge;
