/**
 * Environment variables written for programs that read them from a text: shells, CI systems,
 * containers. One notation a class; each refuses a variable that its reader would not read back
 * byte for byte. Knows nothing of encrypted files. The command {@code env} uses it.
 */
package dev.sealconf.exec.notation;
