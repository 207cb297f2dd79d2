package dev.sealconf.keys.providers.kms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.fakes.KmsFake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every place that credentials for AWS come from, and which of them is taken. */
final class AwsCredentialsTest {
  private static final String SESSION = "ASIASESSION";
  private static final String KEYS =
      "[default]\naws_access_key_id = AKIAHOLDER\naws_secret_access_key = " + KmsFake.SECRET + "\n";
  private static final String SSO =
      """
      [profile work]
      sso_session = company
      sso_account_id = 111122223333
      sso_role_name = developer
      [sso-session company]
      sso_region = eu-central-1
      sso_start_url = https://company.example/start
      """;

  // SHA-1 of "company", as the command line of AWS names what it keeps of a session.
  private static final String LOGIN =
      ".aws/sso/cache/71b21161ffa1e6516bcc072aaf5ef38cbe85b511.json";

  @TempDir Path folder;

  private final KmsFake kms = new KmsFake();
  private KmsRun run;

  @BeforeEach
  void start() {
    run = KmsRun.of(kms, folder);
  }

  @AfterEach
  void close() {
    kms.close();
  }

  @Test
  void prefersTheEnvironmentOverTheFiles() {
    run.file(".aws/credentials", KEYS.replace("AKIAHOLDER", "AKIAOTHER"));
    run.with("AWS_ACCESS_KEY_ID", KmsFake.HOLDER).with("AWS_SECRET_ACCESS_KEY", KmsFake.SECRET);

    assertThat(run.wrapsAs("")).isEqualTo(KmsFake.HOLDER);
  }

  @Test
  void prefersTheProfileOfTheKeyOverTheEnvironment() {
    run.config(KEYS.replace("default", "profile work"));
    run.with("AWS_ACCESS_KEY_ID", "AKIAOTHER").with("AWS_SECRET_ACCESS_KEY", KmsFake.SECRET);

    assertThat(run.wrapsAs("work")).isEqualTo(KmsFake.HOLDER);
  }

  @Test
  void usesTheProfileThatTheEnvironmentNames() throws IOException {
    run.file(".aws/credentials", KEYS.replace("AKIAHOLDER", "AKIAOTHER"));
    Path elsewhere = folder.resolve("elsewhere");
    Files.writeString(elsewhere, KEYS.replace("default", "live"));
    run.with("AWS_SHARED_CREDENTIALS_FILE", elsewhere.toString()).with("AWS_PROFILE", "live");

    assertThat(run.wrapsAs("")).isEqualTo(KmsFake.HOLDER);
  }

  @Test
  void assumesTheRoleOfAProfileThroughOtherProfiles() {
    run.file(".aws/credentials", KEYS);
    run.config(
        """
        [profile live]
        role_arn = %s
        source_profile = default
        role_session_name = me
        """
            .formatted(KmsFake.ROLE));

    assertThat(run.wrapsAs("live")).isEqualTo(SESSION);
    assertThat(kms.calls().get(0))
        .isEqualTo(new KmsFake.Call("AssumeRole", KmsFake.HOLDER, "me", "OK"));
  }

  @Test
  void assumesTheRoleOfAProfileWithKeysOfTheEnvironment() {
    run.with("AWS_ACCESS_KEY_ID", KmsFake.HOLDER).with("AWS_SECRET_ACCESS_KEY", KmsFake.SECRET);
    run.config("[profile live]\nrole_arn=" + KmsFake.ROLE + "\ncredential_source = Environment\n");

    assertThat(run.wrapsAs("live")).isEqualTo(SESSION);
  }

  @Test
  void usesTheTokenOfAWebIdentity() {
    run.file("token", KmsFake.IDENTITY);
    run.with("AWS_WEB_IDENTITY_TOKEN_FILE", folder.resolve("home/token").toString())
        .with("AWS_ROLE_ARN", KmsFake.ROLE)
        .with("AWS_ROLE_SESSION_NAME", "pod");

    assertThat(run.wrapsAs("")).isEqualTo(SESSION);
    assertThat(kms.calls().get(0).operation()).isEqualTo("AssumeRoleWithWebIdentity");
    assertThat(kms.calls().get(0).detail()).isEqualTo("pod");
  }

  @Test
  void runsTheProcessOfAProfile() throws IOException {
    Path program = folder.resolve("program");
    String answer =
        "{\"Version\": 1, \"AccessKeyId\": \"AKIAHOLDER\", \"SecretAccessKey\": \"secret\"}";
    Files.writeString(program, "#!/bin/sh\necho '" + answer + "'\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    run.config("[default]\ncredential_process = " + program + "\n");

    assertThat(run.wrapsAs("")).isEqualTo(KmsFake.HOLDER);
  }

  @Test
  void usesTheLoginThatTheAwsCommandLineStored() {
    run.config(SSO);
    run.file(LOGIN, token("2026-01-02T04:00:00Z"));

    assertThat(run.wrapsAs("work")).isEqualTo(SESSION);
    assertThat(kms.calls().get(0).detail()).isEqualTo("developer");
  }

  @Test
  void saysThatALoginIsMissingOrHasExpired() {
    run.config(SSO);
    SealconfException missing = run.fails("work");
    run.file(LOGIN, token("2026-01-02T03:00:00UTC"));
    SealconfException expired = run.fails("work");
    run.file(LOGIN, "{");

    assertThat(missing).hasMessage("no login for profile 'work'");
    assertThat(expired).hasMessage("the login of profile 'work' has expired");
    assertThat(run.fails("work")).hasMessageEndingWith("is not a login file");
    assertThat(List.of(missing, expired))
        .allSatisfy(e -> assertThat(e.hints()).containsExactly("aws sso login --profile 'work'"));
  }

  @Test
  void saysWhatIsWrongWithAProfile() {
    run.config(
        """
        [profile circle]
        role_arn = arn:aws:iam::111122223333:role/a
        source_profile = back
        [profile back]
        role_arn = arn:aws:iam::111122223333:role/b
        source_profile = circle
        [profile code]
        role_arn = arn:aws:iam::111122223333:role/a
        source_profile = circle
        mfa_serial = arn:aws:iam::111122223333:mfa/me
        [profile half]
        aws_access_key_id = AKIAHOLDER
        """);

    assertThat(run.fails("none")).hasMessageStartingWith("no profile 'none' in '/");
    assertThat(run.fails("circle")).hasMessageContaining("refer to each other in a loop");
    assertThat(run.fails("code"))
        .hasMessageContaining("needs a code, which sealconf can't ask for");
    assertThat(run.fails("half")).hasMessageContaining("has an incomplete access key");
    run.config("profile] = x\n\u0000");
    assertThat(run.fails("")).hasMessage("can't read 'home/.aws/config'");
  }

  @Test
  void usesThoseOfTheInstanceLast() {
    run.with("AWS_EC2_METADATA_DISABLED", "false")
        .with("AWS_EC2_METADATA_SERVICE_ENDPOINT", kms.address() + "/instance");

    assertThat(run.wrapsAs("")).isEqualTo(SESSION);
    assertThat(kms.count("GetCredentials", "OK")).isEqualTo(1);
  }

  @Test
  void saysThatTheMachineHasNoCredentialsEither() {
    run.with("AWS_EC2_METADATA_DISABLED", "false")
        .with("AWS_EC2_METADATA_SERVICE_ENDPOINT", kms.address());

    assertThat(run.fails("")).hasMessageEndingWith(", and this machine has no instance profile");
  }

  private static String token(String end) {
    return "{\"accessToken\": \"%s\", \"expiresAt\": \"%s\"}".formatted(KmsFake.IDENTITY, end);
  }
}
