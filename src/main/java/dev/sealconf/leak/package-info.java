/**
 * Looks for plaintext that should not exist: copies that editors and people leave next to encrypted
 * files. Calls {@code session}, never {@code cli}.
 */
package dev.sealconf.leak;
