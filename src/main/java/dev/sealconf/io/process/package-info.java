/**
 * Child processes: starts them with the user's environment, talks to them through pipes, and splits
 * command lines into words.
 */
package dev.sealconf.io.process;
