/**
 * Bytes in, bytes out: the primitives behind one narrow interface, and the holders of secret bytes.
 * Knows nothing of files, formats or key services.
 */
package dev.sealconf.crypto;
