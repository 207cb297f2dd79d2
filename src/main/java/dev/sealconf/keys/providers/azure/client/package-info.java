/** The Azure Key Vault client, packaged with the vendor's jars. */
package dev.sealconf.keys.providers.azure.client;
