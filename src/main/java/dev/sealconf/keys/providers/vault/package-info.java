/**
 * The parts of {@code HcVaultKeyProvider}: a small client for the transit engine of Vault and
 * OpenBao, on the JDK's own connections. Nothing of it is loaded before a key of a Vault is used.
 */
package dev.sealconf.keys.providers.vault;
