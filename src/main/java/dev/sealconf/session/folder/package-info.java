/**
 * Which files of a folder a task means. It leaves out what git ignores, repositories in the folder
 * and installed packages, and reports that.
 */
package dev.sealconf.session.folder;
