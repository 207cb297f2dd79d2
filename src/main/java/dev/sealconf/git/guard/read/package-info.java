/**
 * Reads the repository for the guard: with plumbing commands that start no hook, no filter and no
 * program that the repository names.
 */
package dev.sealconf.git.guard.read;
