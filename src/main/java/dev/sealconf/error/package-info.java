/**
 * Failures as users see them: one exception with an exit code, a place and hints, and the one
 * function that quotes untrusted text. Imports nothing of ours; everything else may import it.
 */
package dev.sealconf.error;
