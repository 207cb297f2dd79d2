package dev.sealconf.vendor.aws.client;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.UserFolders;
import dev.sealconf.io.World;
import dev.sealconf.vendor.JsonTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.auth.SsoCredentialsProvider;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsRequest;

/**
 * Credentials for an IAM Identity Center profile. The token comes from {@code ~/.aws/sso/cache},
 * where {@code aws sso login} stores it. An expired token isn't renewed.
 */
final class SsoLogin {
  private static final String SESSION = "sso_session";

  private final World world;
  private final AwsSettings settings;
  private final Profile profile;

  SsoLogin(World world, AwsSettings settings, Profile profile) {
    this.world = world;
    this.settings = settings;
    this.profile = profile;
  }

  /** Returns whether a profile uses IAM Identity Center. */
  static boolean isIn(Profile profile) {
    return profile.property(ProfileProperty.SSO_ACCOUNT_ID).isPresent();
  }

  /**
   * Returns the credentials of the profile's role.
   *
   * @throws SealconfException if there is no login, or it has expired
   */
  AwsCredentialsProvider credentials() {
    String token = token();
    SsoClient client =
        settings.client(
            SsoClient.builder(),
            "SSO",
            property(ProfileProperty.SSO_REGION),
            profile.name(),
            AnonymousCredentialsProvider.create());
    SsoCredentialsProvider.Builder builder = SsoCredentialsProvider.builder();
    return builder
        .ssoClient(client)
        .refreshRequest(
            GetRoleCredentialsRequest.builder()
                .accountId(property(ProfileProperty.SSO_ACCOUNT_ID))
                .roleName(property(ProfileProperty.SSO_ROLE_NAME))
                .accessToken(token)
                .build())
        .build();
  }

  private String token() {
    Path file = cached();
    try (JsonTexts login = JsonTexts.in(Files.readAllBytes(file))) {
      Instant end = Instant.parse(login.text("expiresAt").orElse("").replace("UTC", "Z"));
      if (end.isAfter(world.clock().instant())) {
        return login.text("accessToken").orElse("");
      }
      throw failure("the login of profile " + Printable.quote(profile.name()) + " has expired");
    } catch (IOException e) {
      throw failure("no login for profile " + Printable.quote(profile.name())).from(e);
    } catch (DateTimeParseException e) {
      throw failure(world.shown(file) + " is not a login file").from(e);
    }
  }

  private Path cached() {
    String key = profile.property(SESSION).orElseGet(() -> property(ProfileProperty.SSO_START_URL));
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-1");
      String name = HexFormat.of().formatHex(hash.digest(key.getBytes(StandardCharsets.UTF_8)));
      return UserFolders.home(world)
          .orElseThrow(() -> failure("the home folder is unknown, so there is no login"))
          .resolve(".aws/sso/cache")
          .resolve(name + ".json");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("no SHA-1 in this Java");
    }
  }

  /** Returns a property of the profile, or else of its session. */
  private String property(String name) {
    Optional<Profile> session =
        profile.property(SESSION).flatMap(s -> settings.profiles().getSection("sso-session", s));
    return profile
        .property(name)
        .or(() -> session.flatMap(s -> s.property(name)))
        .orElseThrow(
            () ->
                new MachineFailure("profile " + Printable.quote(profile.name()) + " has no " + name)
                    .hint("aws configure sso --profile " + Printable.quote(profile.name())));
  }

  private SealconfException failure(String message) {
    return new MachineFailure(message)
        .hint("aws sso login --profile " + Printable.quote(profile.name()));
  }
}
