package dev.sealconf.vendor.google.client;

import com.google.auth.oauth2.ExternalAccountCredentials;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ImpersonatedCredentials;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the project that credentials belong to: the project of the service account, even an
 * impersonated one; or else the quota project that {@code gcloud} saved.
 */
final class OwnProjects {
  /** The name of a service account contains the id of its project. */
  private static final Pattern ACCOUNT =
      Pattern.compile("[^@/]+@([^@/.]+)\\.iam\\.gserviceaccount\\.com");

  private OwnProjects() {}

  /** Returns the id of the project, or empty if there is none. */
  static Optional<String> of(GoogleCredentials credentials) {
    return Optional.ofNullable(credentials.getProjectId())
        .or(() -> account(credentials).flatMap(OwnProjects::ofAccount))
        .or(() -> Optional.ofNullable(credentials.getQuotaProjectId()))
        .filter(id -> !id.isEmpty());
  }

  private static Optional<String> account(GoogleCredentials credentials) {
    if (credentials instanceof ImpersonatedCredentials impersonated) {
      return Optional.ofNullable(impersonated.getAccount());
    }
    if (credentials instanceof ExternalAccountCredentials external) {
      return Optional.ofNullable(external.getServiceAccountImpersonationUrl());
    }
    return Optional.empty();
  }

  private static Optional<String> ofAccount(String text) {
    Matcher name = ACCOUNT.matcher(text);
    return name.find() ? Optional.of(name.group(1)) : Optional.empty();
  }
}
