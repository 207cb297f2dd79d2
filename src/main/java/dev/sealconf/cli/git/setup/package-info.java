/** The commands that set up a repository, look at it, lock it and unlock it: one class for each. */
package dev.sealconf.cli.git.setup;
