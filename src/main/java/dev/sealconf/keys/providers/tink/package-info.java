/**
 * Tink keysets on this machine: where they are stored, how they are read, and how they wrap. Tink's
 * own classes are loaded when the first keyset is read.
 */
package dev.sealconf.keys.providers.tink;
