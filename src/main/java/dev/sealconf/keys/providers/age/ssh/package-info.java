/**
 * ssh keys as age recipients and identities ({@code ssh-ed25519}, {@code ssh-rsa}). They follow the
 * age command's package {@code agessh}; C2SP age.md doesn't describe them. BouncyCastle reads the
 * keys.
 */
package dev.sealconf.keys.providers.age.ssh;
