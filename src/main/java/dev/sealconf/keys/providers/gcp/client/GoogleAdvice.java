package dev.sealconf.keys.providers.gcp.client;

import dev.sealconf.error.Printable;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.providers.gcp.GcpKey;
import dev.sealconf.vendor.Refusal;
import dev.sealconf.vendor.RemoteService;

/** Advice for failures of Google Cloud KMS. */
final class GoogleAdvice implements RemoteService<MasterKey> {
  @Override
  public String name() {
    return "Google Cloud KMS";
  }

  @Override
  public String advice(Refusal refusal, MasterKey key) {
    GcpKey name = GcpKey.of(key.fields());
    return switch (refusal) {
      case NO_CREDENTIALS, CREDENTIALS_REFUSED -> "gcloud auth application-default login";
      case DENIED ->
          "gcloud kms keys add-iam-policy-binding "
              + option(name.resource())
              + " --member=… --role=roles/cloudkms.cryptoKeyEncrypterDecrypter";
      case MISSING -> "gcloud kms keys list" + place(name);
      case DISABLED -> "gcloud kms keys versions list --key=" + option(name.resource());
      case UNFIT -> "restore the file from its history: gcp_kms entries are not edited by hand";
      case WRONG_KIND -> "gcloud kms keys describe " + option(name.resource());
      case BUSY -> "wait a minute; then look at https://status.cloud.google.com";
      case UNREACHABLE -> "check the network, HTTPS_PROXY, NO_PROXY and SOPS_GCP_KMS_ENDPOINT";
      case UNTRUSTED -> "export SSL_CERT_FILE=… with the authority of your proxy, in PEM";
      case MISCONFIGURED -> "a key is projects/P/locations/L/keyRings/R/cryptoKeys/K";
      case UNUSABLE_ANSWER -> "check HTTPS_PROXY and SOPS_GCP_KMS_ENDPOINT";
    };
  }

  private static String place(GcpKey key) {
    return " --project="
        + option(key.part("projects"))
        + " --location="
        + option(key.part("locations"))
        + " --keyring="
        + option(key.part("keyRings"));
  }

  private static String option(String text) {
    return Printable.quote(text);
  }
}
