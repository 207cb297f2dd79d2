package dev.sealconf.vendor.google.client;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpResponseException;
import com.google.auth.oauth2.GoogleCredentials;
import dev.sealconf.error.Printable;
import dev.sealconf.io.net.Network;
import dev.sealconf.vendor.Refusal;
import dev.sealconf.vendor.ServiceFailure;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Configures requests to Google Cloud KMS (credentials and timeouts) and translates their errors.
 */
public final class GoogleRequests {
  private final URI service;
  private final CredentialSource.Found user;

  /**
   * Creates requests from a user to a service.
   *
   * @param service the service's address, for messages and for tokens that are valid for only one
   *     service
   */
  public GoogleRequests(URI service, CredentialSource.Found user) {
    this.service = service;
    this.user = user;
  }

  /**
   * Returns an initializer that adds the user's token to requests.
   *
   * @throws ServiceFailure if the user has no valid token
   */
  public HttpRequestInitializer signed() throws ServiceFailure {
    Map<String, List<String>> headers = headers(user.credentials());
    return request -> {
      headers.forEach((name, values) -> request.getHeaders().put(name, values));
      limit(request);
    };
  }

  private static void limit(HttpRequest request) {
    request.setConnectTimeout((int) Network.CONNECT_TIMEOUT.toMillis());
    request.setReadTimeout((int) Network.REQUEST_TIMEOUT.toMillis());
    request.setNumberOfRetries(0);
    request.setFollowRedirects(false);
  }

  private Map<String, List<String>> headers(GoogleCredentials credentials) throws ServiceFailure {
    try {
      return credentials.getRequestMetadata(service);
    } catch (IOException | RuntimeException e) {
      throw ServiceFailure.ofConnection(e, "the issuer of tokens")
          .orElseGet(() -> issuing(e))
          .from(e);
    }
  }

  private ServiceFailure issuing(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpResponseException answer && isBusy(answer.getStatusCode())) {
        return new ServiceFailure(Refusal.BUSY, "");
      }
    }
    return new ServiceFailure(Refusal.CREDENTIALS_REFUSED, user.place());
  }

  /**
   * Translates an error of the service, using the <a
   * href="https://cloud.google.com/apis/design/errors">error codes of all Google APIs</a>.
   *
   * @param badRequest the failure to report if the service calls the request malformed
   */
  public ServiceFailure failure(IOException thrown, Refusal badRequest) {
    if (!(thrown instanceof HttpResponseException answer)) {
      String host = Printable.quote(String.valueOf(service.getHost()));
      return ServiceFailure.ofConnection(thrown, host)
          .orElseGet(() -> new ServiceFailure(Refusal.UNUSABLE_ANSWER, "not what was asked for"));
    }
    int status = answer.getStatusCode();
    return switch (status) {
      case 400 -> new ServiceFailure(isDisabled(answer) ? Refusal.DISABLED : badRequest, "");
      case 401 -> new ServiceFailure(Refusal.CREDENTIALS_REFUSED, user.place());
      case 403 -> new ServiceFailure(Refusal.DENIED, user.place());
      case 404 -> new ServiceFailure(Refusal.MISSING, "");
      default ->
          isBusy(status)
              ? new ServiceFailure(Refusal.BUSY, "")
              : new ServiceFailure(Refusal.UNUSABLE_ANSWER, "status " + status);
    };
  }

  private static boolean isDisabled(HttpResponseException answer) {
    return answer instanceof GoogleJsonResponseException json
        && json.getDetails() != null
        && "FAILED_PRECONDITION".equals(json.getDetails().get("status"));
  }

  /** Returns whether this status means that the service is busy. */
  static boolean isBusy(int status) {
    return status == 429 || status >= 500;
  }
}
