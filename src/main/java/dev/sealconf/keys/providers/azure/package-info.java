/** Azure Key Vault: its keys' addresses; the vendor's client is in {@code client}. */
package dev.sealconf.keys.providers.azure;
