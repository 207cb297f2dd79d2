/**
 * Failures as a sealed family of types that say what happened, where, and what to do; and the one
 * function that quotes untrusted text. Knows no exit codes. Imports nothing of ours; everything
 * else may import it.
 */
package dev.sealconf.error;
