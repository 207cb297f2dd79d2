/**
 * Child processes and signals: starts children with the user's environment, exchanges data with
 * them through pipes, splits command lines into words, and sets how this process handles signals.
 */
package dev.sealconf.io.process;
