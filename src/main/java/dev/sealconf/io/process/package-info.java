/**
 * Child processes and signals: starts children with the user's environment, talks to them through
 * pipes, splits command lines into words, and says what this process does on a signal.
 */
package dev.sealconf.io.process;
