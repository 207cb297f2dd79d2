/**
 * The outside: streams, environment, clock, randomness, terminal, files that are replaced whole or
 * not at all, child processes. The only package that writes files or starts processes.
 */
package dev.sealconf.io;
