/**
 * Which files of a folder a command means: what git ignores, repositories of their own and
 * installed packages are left out, and said to be.
 */
package dev.sealconf.cli.folder;
