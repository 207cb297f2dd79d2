/**
 * The interfaces that a key provider implements, and the types it receives. Nothing here names a
 * provider.
 */
package dev.sealconf.keys.spi;
