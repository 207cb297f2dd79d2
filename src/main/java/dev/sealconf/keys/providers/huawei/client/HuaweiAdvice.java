package dev.sealconf.keys.providers.huawei.client;

import dev.sealconf.keys.MasterKey;
import dev.sealconf.vendor.Refusal;
import dev.sealconf.vendor.RemoteService;

/** Advice for failures of Huawei Cloud KMS. */
final class HuaweiAdvice implements RemoteService<MasterKey> {
  @Override
  public String name() {
    return "Huawei Cloud KMS";
  }

  @Override
  public String advice(Refusal refusal, MasterKey key) {
    return switch (refusal) {
      case NO_CREDENTIALS, CREDENTIALS_REFUSED ->
          "export HUAWEICLOUD_SDK_AK=… HUAWEICLOUD_SDK_SK=… HUAWEICLOUD_SDK_PROJECT_ID=…";
      case DENIED -> "ask for the actions kms:cmk:crypto:encrypt and kms:cmk:crypto:decrypt";
      case MISSING, DISABLED, WRONG_KIND -> "look at the key in the console, in its region";
      case UNFIT -> "restore the file from its history: hckms entries are not edited by hand";
      case BUSY -> "wait a minute";
      case UNREACHABLE -> "check the region, the network, HTTPS_PROXY and NO_PROXY";
      case UNTRUSTED -> "export SSL_CERT_FILE=… with the authority of your proxy, in PEM";
      case MISCONFIGURED -> "a key is REGION:UUID; a region of your own needs its variable";
      case UNUSABLE_ANSWER -> "see https://support.huaweicloud.com/eu/api-dew/ErrorCode.html";
    };
  }
}
