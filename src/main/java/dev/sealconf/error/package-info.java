/**
 * Failures: a sealed family of types that say what happened, where, and what to do, and the class
 * that quotes untrusted text. Knows no exit codes. Imports no other package of this program; every
 * other package may import it.
 */
package dev.sealconf.error;
