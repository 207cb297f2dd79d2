/**
 * Replaces secrets in a stream of bytes by their names, in every form of {@code exec.form}, while
 * the stream flows.
 */
package dev.sealconf.exec.redact;
