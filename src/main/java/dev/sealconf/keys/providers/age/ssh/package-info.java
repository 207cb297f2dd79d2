/**
 * ssh keys as age recipients and identities ({@code ssh-ed25519}, {@code ssh-rsa}; C2SP age.md does
 * not describe them, the age command's package {@code agessh} does). Keys are read by BouncyCastle.
 */
package dev.sealconf.keys.providers.age.ssh;
