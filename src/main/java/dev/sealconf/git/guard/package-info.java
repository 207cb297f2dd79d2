/**
 * Checks that nothing secret gets into a repository in the clear: {@code git verify}. It reads the
 * index and commits, never the work tree, and shows no values. {@code cli.git} calls {@link
 * dev.sealconf.git.guard.Guard} and prints what it finds.
 */
package dev.sealconf.git.guard;
