package dev.sealconf.keys.providers.azure.client;

import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.KeyClientBuilder;
import com.azure.security.keyvault.keys.cryptography.CryptographyClient;
import com.azure.security.keyvault.keys.cryptography.CryptographyClientBuilder;
import dev.sealconf.keys.providers.azure.AzureKey;
import dev.sealconf.vendor.azure.client.AzureConnection;

/** Azure's clients for keys, over one connection. */
record AzureKeys(AzureConnection azure) {

  /** What encrypts and decrypts by a key; always in the vault. */
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

  /** What tells about the keys of a vault. */
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
