/**
 * Which paths of a repository are protected by sealconf's attributes, in what mode, and whether
 * their blobs and files are encrypted. Locks and unlocks a work tree. Called by {@code git.setup},
 * {@code git.doctor} and {@code cli.git}.
 */
package dev.sealconf.git.protection;
