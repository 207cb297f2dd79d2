/**
 * Looks for plaintext that should not be there: copies that editors and people leave beside
 * encrypted files. Calls {@code session}; never the command line.
 */
package dev.sealconf.leak;
