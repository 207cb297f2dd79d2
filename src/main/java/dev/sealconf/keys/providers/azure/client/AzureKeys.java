package dev.sealconf.keys.providers.azure.client;

import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.KeyClientBuilder;
import com.azure.security.keyvault.keys.cryptography.CryptographyClient;
import com.azure.security.keyvault.keys.cryptography.CryptographyClientBuilder;
import dev.sealconf.keys.providers.azure.AzureKey;
import dev.sealconf.vendor.azure.client.AzureConnection;

/** Azure's key clients, which share one connection. */
record AzureKeys(AzureConnection azure) {

  /** Returns a client that encrypts and decrypts with a key, always inside the vault. */
  CryptographyClient cipher(AzureKey key) {
    return new CryptographyClientBuilder()
        .keyIdentifier(key.address())
        .credential(azure.user())
        .httpClient(azure.http())
        .configuration(azure.configuration())
        .retryOptions(azure.once())
        .disableKeyCaching()
        .buildClient();
  }

  /** Returns a client that reads the properties of a vault's keys. */
  KeyClient keys(AzureKey key) {
    return new KeyClientBuilder()
        .vaultUrl(key.vault())
        .credential(azure.user())
        .httpClient(azure.http())
        .configuration(azure.configuration())
        .retryOptions(azure.once())
        .buildClient();
  }
}
