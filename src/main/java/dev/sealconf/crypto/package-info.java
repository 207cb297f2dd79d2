/**
 * Bytes in, bytes out: ciphers, hashes, secret sharing, and the holders of secret bytes. Knows
 * nothing of files, formats or key services.
 */
package dev.sealconf.crypto;
