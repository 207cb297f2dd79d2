package dev.sealconf.vendor.azure.client;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.exception.HttpResponseException;
import com.azure.identity.CredentialUnavailableException;
import com.microsoft.aad.msal4j.MsalServiceException;
import dev.sealconf.vendor.Refusal;
import dev.sealconf.vendor.ServiceFailure;
import java.util.List;
import java.util.Map;

/**
 * Translates exceptions from Azure's client ({@code
 * https://learn.microsoft.com/azure/key-vault/general/rest-error-codes}).
 */
public final class AzureFailure {
  private static final String CHAIN =
      "AZURE_… variables, workload and managed identity, az, Azure PowerShell and azd";
  private static final String USER = "Azure's default chain";

  private static final List<String> INNER_CODE = List.of("error", "innererror", "code");
  private static final int MOST_CAUSES = 20;

  private AzureFailure() {}

  /**
   * Translates the failure of a request.
   *
   * @param host the host of the service, quoted
   * @param badRequest the failure to report if the vault calls the request malformed
   */
  public static ServiceFailure of(RuntimeException thrown, String host, Refusal badRequest) {
    if (thrown instanceof CredentialUnavailableException) {
      return new ServiceFailure(Refusal.NO_CREDENTIALS, CHAIN);
    }
    if (thrown instanceof HttpResponseException answer && answer.getResponse() != null) {
      return answered(answer, badRequest);
    }
    return ServiceFailure.ofConnection(thrown, host)
        .orElseGet(
            () ->
                thrown instanceof ClientAuthenticationException
                    ? login(thrown)
                    : new ServiceFailure(Refusal.UNUSABLE_ANSWER, "not what was asked for"));
  }

  private static ServiceFailure answered(HttpResponseException answer, Refusal badRequest) {
    int status = answer.getResponse().getStatusCode();
    return switch (status) {
      case 400 -> new ServiceFailure(badRequest, "");
      case 401 -> new ServiceFailure(Refusal.CREDENTIALS_REFUSED, USER);
      case 403 ->
          isDisabled(answer)
              ? new ServiceFailure(Refusal.DISABLED, "")
              : new ServiceFailure(Refusal.DENIED, USER);
      case 404 -> new ServiceFailure(Refusal.MISSING, "");
      default ->
          isBusy(status)
              ? new ServiceFailure(Refusal.BUSY, "")
              : new ServiceFailure(Refusal.UNUSABLE_ANSWER, "status " + status);
    };
  }

  /**
   * Returns whether the key is disabled. Azure reports that as forbidden; only the inner error code
   * tells the difference.
   */
  private static boolean isDisabled(HttpResponseException answer) {
    Object at = answer.getValue();
    for (String name : INNER_CODE) {
      at = at instanceof Map<?, ?> fields ? fields.get(name) : null;
    }
    return "KeyDisabled".equals(at) || "KeyExpired".equals(at);
  }

  /** Translates a failure to get a token. */
  private static ServiceFailure login(Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++, cause = cause.getCause()) {
      if (cause instanceof MsalServiceException answer
          && answer.statusCode() != null
          && isBusy(answer.statusCode())) {
        return new ServiceFailure(Refusal.BUSY, "");
      }
    }
    return new ServiceFailure(Refusal.CREDENTIALS_REFUSED, USER);
  }

  /** Returns whether this status means that the service is busy. */
  static boolean isBusy(int status) {
    return status == 429 || status >= 500;
  }
}
