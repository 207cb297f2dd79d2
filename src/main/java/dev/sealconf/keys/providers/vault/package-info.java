/**
 * The parts of {@code HcVaultKeyProvider}: a small client for the transit engine of Vault and
 * OpenBao, built on the JDK's HTTP connections. None of it is loaded before a Vault key is used.
 */
package dev.sealconf.keys.providers.vault;
