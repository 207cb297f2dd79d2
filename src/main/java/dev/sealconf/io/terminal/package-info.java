/** Input typed at a terminal, byte by byte. */
package dev.sealconf.io.terminal;
