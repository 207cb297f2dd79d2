/**
 * Plaintext that other programs need as a file. It is kept in a private folder in memory, and wiped
 * however the program exits. This includes editor drafts and files for programs that the user runs.
 * Results that the user asked for belong to {@code io.file}.
 */
package dev.sealconf.io.plaintext;
