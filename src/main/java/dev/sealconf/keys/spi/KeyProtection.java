package dev.sealconf.keys.spi;

/** What protects a key on this machine from people who can read its file. */
public sealed interface KeyProtection {

  /** Nothing but the file's mode, 0600. */
  record None() implements KeyProtection {}

  /** A passphrase, which is asked for at the terminal. */
  record ByPassphrase() implements KeyProtection {}

  /** The key of a key service that a Tink URI names. */
  record ByService(String uri) implements KeyProtection {}
}
