/**
 * What starts programs with secrets, or hands secrets to programs. Calls {@code session} and {@code
 * operation}; never the command line.
 */
package dev.sealconf.exec;
