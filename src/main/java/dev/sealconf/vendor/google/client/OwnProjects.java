package dev.sealconf.vendor.google.client;

import com.google.auth.oauth2.ExternalAccountCredentials;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ImpersonatedCredentials;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says which project credentials belong to: that of a service account, also of one that is
 * impersonated; else the one that {@code gcloud} wrote as the project that requests are charged to.
 */
final class OwnProjects {
  /** A service account has the id of its project in its name. */
  private static final Pattern ACCOUNT =
      Pattern.compile("[^@/]+@([^@/.]+)\\.iam\\.gserviceaccount\\.com");

  private OwnProjects() {}

  /** The id of the project; empty if there is none. */
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
