/**
 * The program that a run starts for its user. It is found, given its environment, and then either
 * replaces this process or runs as a child that gets its signals. {@code io.process} starts the
 * programs that sealconf itself needs.
 */
package dev.sealconf.io.program;
