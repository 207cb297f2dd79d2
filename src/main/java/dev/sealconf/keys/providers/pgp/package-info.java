/** OpenPGP through the {@code gpg} program: how to call it, and what its answers mean. */
package dev.sealconf.keys.providers.pgp;
