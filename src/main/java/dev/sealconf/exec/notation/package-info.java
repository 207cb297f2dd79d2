/**
 * Writes environment variables for programs that read them from text: shells, CI systems,
 * containers. One class per notation; each refuses a variable that its reader would not read back
 * byte for byte. Knows nothing about encrypted files. The command {@code env} uses it.
 */
package dev.sealconf.exec.notation;
