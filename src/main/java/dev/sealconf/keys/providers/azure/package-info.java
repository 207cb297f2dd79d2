/** Azure Key Vault: the addresses of its keys. The vendor's client is in {@code client}. */
package dev.sealconf.keys.providers.azure;
