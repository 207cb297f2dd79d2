/** Tests of the library's public types, {@code dev.sealconf.Sealconf} and what it returns. */
package dev.sealconf.library;
