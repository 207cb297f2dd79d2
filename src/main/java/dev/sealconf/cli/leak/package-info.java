/** The commands that look for plaintext. They declare flags and call {@code leak}. */
package dev.sealconf.cli.leak;
