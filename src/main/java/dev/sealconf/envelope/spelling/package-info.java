/**
 * How values were written before they were sealed, and how a decrypted file gets its text back
 * ({@code docs/format.md §9}).
 */
package dev.sealconf.envelope.spelling;
