package dev.sealconf.keys.spi;

/** How a key on this machine is protected from people who can read its file. */
public sealed interface KeyProtection {

  /** Only by the file's mode, 0600. */
  record None() implements KeyProtection {}

  /** By a passphrase, which is asked for at the terminal. */
  record ByPassphrase() implements KeyProtection {}

  /** By a key in a key service, named by a Tink URI. */
  record ByService(String uri) implements KeyProtection {}
}
