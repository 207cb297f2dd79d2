/** OpenPGP by the {@code gpg} program: how it is called, and what its answers mean. */
package dev.sealconf.keys.providers.pgp;
