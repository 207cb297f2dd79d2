/**
 * Replaces secrets in a stream with their names as the bytes pass through, in every form that
 * {@code exec.form} lists.
 */
package dev.sealconf.exec.redact;
