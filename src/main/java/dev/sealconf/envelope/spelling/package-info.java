/**
 * Records how values were written before they were sealed, so that a decrypted file gets its text
 * back ({@code docs/format.md §9}).
 */
package dev.sealconf.envelope.spelling;
