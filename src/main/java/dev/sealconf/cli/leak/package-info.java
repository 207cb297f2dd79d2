/** The commands that look for plaintext: they declare flags and call {@code leak}. */
package dev.sealconf.cli.leak;
