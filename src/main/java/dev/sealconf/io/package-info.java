/**
 * The outside world: streams, environment, clock, randomness, terminal, files that are replaced as
 * a whole or not at all, and child processes. The only package that writes files or starts
 * processes.
 */
package dev.sealconf.io;
