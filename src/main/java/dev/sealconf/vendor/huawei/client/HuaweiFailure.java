package dev.sealconf.vendor.huawei.client;

import com.huaweicloud.sdk.core.exception.ConnectionException;
import com.huaweicloud.sdk.core.exception.RequestTimeoutException;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import com.huaweicloud.sdk.core.exception.SslHandShakeException;
import dev.sealconf.vendor.Refusal;
import dev.sealconf.vendor.ServiceFailure;
import java.util.regex.Pattern;

/** Translates exceptions from Huawei's client. */
public final class HuaweiFailure {
  private static final Pattern CODE = Pattern.compile("[A-Z]{2,5}\\.[0-9]{3,8}");

  private HuaweiFailure() {}

  /**
   * Translates the failure of a request.
   *
   * @param host the host that was called, for messages
   * @param place the place that the credentials come from, for messages
   */
  public static ServiceFailure of(RuntimeException thrown, String host, String place) {
    if (thrown instanceof ServiceResponseException answer) {
      return answered(answer, place);
    }
    if (thrown instanceof SslHandShakeException) {
      return new ServiceFailure(Refusal.UNTRUSTED, host);
    }
    if (thrown instanceof ConnectionException || thrown instanceof RequestTimeoutException) {
      return ServiceFailure.ofConnection(thrown, host)
          .orElseGet(() -> new ServiceFailure(Refusal.UNREACHABLE, host));
    }
    return ServiceFailure.ofConnection(thrown, host)
        .orElseGet(() -> new ServiceFailure(Refusal.UNUSABLE_ANSWER, "not what was asked for"));
  }

  private static ServiceFailure answered(ServiceResponseException answer, String place) {
    int status = answer.getHttpStatusCode();
    return switch (status) {
      case 401 -> new ServiceFailure(Refusal.CREDENTIALS_REFUSED, place);
      case 403 -> new ServiceFailure(Refusal.DENIED, place);
      case 404 -> new ServiceFailure(Refusal.MISSING, "");
      default ->
          status == 429 || status >= 500
              ? new ServiceFailure(Refusal.BUSY, "")
              : new ServiceFailure(Refusal.UNUSABLE_ANSWER, "status " + status + code(answer));
    };
  }

  /**
   * Returns the error code, which the vendor's documentation explains: it distinguishes a wrong
   * ciphertext from a disabled key, for example.
   */
  private static String code(ServiceResponseException answer) {
    String code = String.valueOf(answer.getErrorCode());
    return CODE.matcher(code).matches() ? ", code " + code : "";
  }
}
