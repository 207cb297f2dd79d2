/**
 * Puts single values of a changed file into git's index: what {@code git add -p} can't do for a
 * file with a MAC over all values. Called by {@code cli.git} alone.
 */
package dev.sealconf.git.stage;
