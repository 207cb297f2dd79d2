/**
 * Operations on bytes: ciphers, hashes, secret sharing, and holders of secret bytes. Knows nothing
 * about files, formats or key services.
 */
package dev.sealconf.crypto;
