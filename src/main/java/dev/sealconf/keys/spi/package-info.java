/** What a key provider implements and what it is given. Nothing here names a provider. */
package dev.sealconf.keys.spi;
