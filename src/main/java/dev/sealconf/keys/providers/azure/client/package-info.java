/** The client of Azure Key Vault, packed with the vendor's jars. */
package dev.sealconf.keys.providers.azure.client;
