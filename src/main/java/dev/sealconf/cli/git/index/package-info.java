/** The commands that change blobs in git's index, and leave files alone: one class for each. */
package dev.sealconf.cli.git.index;
