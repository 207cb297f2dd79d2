/**
 * Starts programs with secrets: in their environment, or in a file that is deleted when the program
 * ends.
 */
package dev.sealconf.exec.program;
