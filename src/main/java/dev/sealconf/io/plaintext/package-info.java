/**
 * Plaintext that other programs need as a file: kept in a private folder in memory, and wiped on
 * every way out. The draft of an editor and the files of a started program live here; results that
 * the user asked for don't ({@code io.file}).
 */
package dev.sealconf.io.plaintext;
