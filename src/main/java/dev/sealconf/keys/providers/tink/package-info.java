/**
 * Tink keysets on this machine: where they lie, how they are read, and what they do. Tink's own
 * classes are loaded when the first keyset is read.
 */
package dev.sealconf.keys.providers.tink;
