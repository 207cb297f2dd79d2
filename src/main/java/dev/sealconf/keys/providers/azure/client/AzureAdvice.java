package dev.sealconf.keys.providers.azure.client;

import dev.sealconf.error.Printable;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.providers.azure.AzureKey;
import dev.sealconf.vendor.Refusal;
import dev.sealconf.vendor.RemoteService;

/** Advice for failures of Azure Key Vault. */
final class AzureAdvice implements RemoteService<MasterKey> {
  @Override
  public String name() {
    return "Azure Key Vault";
  }

  @Override
  public String advice(Refusal refusal, MasterKey key) {
    AzureKey name = AzureKey.of(key.fields());
    String vault = " --vault-name " + Printable.quote(name.vaultName());
    return switch (refusal) {
      case NO_CREDENTIALS, CREDENTIALS_REFUSED -> "az login";
      case DENIED ->
          "az role assignment create --role 'Key Vault Crypto User' --assignee … --scope …";
      case MISSING -> "az keyvault key list" + vault;
      case DISABLED ->
          "az keyvault key list-versions" + vault + " --name " + Printable.quote(name.name());
      case UNFIT -> "restore the file from its history: azure_kv entries are not edited by hand";
      case WRONG_KIND -> "az keyvault key show" + vault + " --name " + Printable.quote(name.name());
      case BUSY -> "wait a minute; a vault takes a few thousand requests in ten seconds";
      case UNREACHABLE -> "check the vault's name, the network, HTTPS_PROXY and NO_PROXY";
      case UNTRUSTED -> "export SSL_CERT_FILE=… with the authority of your proxy, in PEM";
      case MISCONFIGURED -> "a key is https://VAULT.vault.azure.net/keys/NAME/VERSION";
      case UNUSABLE_ANSWER -> "check the vault's name and HTTPS_PROXY";
    };
  }
}
