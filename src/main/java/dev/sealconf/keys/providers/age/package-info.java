/**
 * The age v1 file format (C2SP age.md): armor, header, stanzas, payload, and the X25519 and
 * passphrase recipients. Parsing is strict: input that the specification forbids is refused, never
 * repaired.
 */
package dev.sealconf.keys.providers.age;
