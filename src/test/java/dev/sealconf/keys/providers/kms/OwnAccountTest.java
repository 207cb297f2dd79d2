package dev.sealconf.keys.providers.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.fakes.KmsFake;
import dev.sealconf.keys.providers.KmsKeyProvider;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys are in the AWS account of the credentials in use. */
final class OwnAccountTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/me";

  @TempDir Path folder;

  private final KmsFake kms = new KmsFake();
  private final KmsKeyProvider provider = new KmsKeyProvider();
  private KmsRun run;

  @BeforeEach
  void start() {
    run = KmsRun.of(kms, folder).with("AWS_SECRET_ACCESS_KEY", KmsFake.SECRET);
    run.with("AWS_ACCESS_KEY_ID", KmsFake.HOLDER);
  }

  @AfterEach
  void close() {
    kms.close();
  }

  @Test
  void asksAwsOnlyOnceWhoTheUserIs() {
    assertThat(outside(KmsFake.KEY, "", "")).isEmpty();
    assertThat(outside(KmsFake.FAR_KEY, "", "")).isEmpty();
    assertThat(kms.count("GetCallerIdentity", "OK")).isEqualTo(1);
  }

  @Test
  void namesTheAccountsIfTheyDiffer() {
    run.with("AWS_ACCESS_KEY_ID", KmsFake.FOREIGNER);

    assertThat(outside(KmsFake.KEY, "", ""))
        .hasValue(
            "it is in account 111122223333, but your credentials belong to account 999988887777");
  }

  @Test
  void knowsASessionOfARole() {
    run.config("[profile live]\nrole_arn=" + KmsFake.ROLE + "\ncredential_source = Environment\n");
    run.with("AWS_PROFILE", "live").file("token", KmsFake.IDENTITY);
    run.with("AWS_ACCESS_KEY_ID", "").with("AWS_ROLE_ARN", KmsFake.ROLE);
    run.with("AWS_WEB_IDENTITY_TOKEN_FILE", folder.resolve("home/token").toString());

    assertThat(outside(KmsFake.KEY, "", "")).isEmpty();
    assertThat(outside(KmsFake.KEY.replace("111122223333", "999988887777"), "", "")).isPresent();
  }

  @Test
  void usesNoRoleAndNoProfileFromTheFile() {
    assertThat(outside(KmsFake.KEY, ROLE, "")).hasValue("it would assume the role '" + ROLE + "'");
    assertThat(outside(KmsFake.KEY, "", "work")).hasValue("it would use the profile 'work'");
    assertThat(kms.calls()).isEmpty();
  }

  @Test
  void usesTheProfileThatTheEnvironmentChooses() {
    run.config("[profile work]\naws_access_key_id = AKIAHOLDER\naws_secret_access_key = x\n");
    run.with("AWS_PROFILE", "work");

    assertThat(outside(KmsFake.KEY, "", "work")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:kms:s3:111122223333:key/k",
        "arn:aws:kms:eu-central-1.evil:111122223333:key/k",
        "arn:aws:kms:evil-example-com:111122223333:key/k",
        "arn:aws:kms:eu-central-1@evil:111122223333:key/k",
        "arn:aws:kms:eu-central-1/:111122223333:key/k",
        "arn:aws:s3:eu-central-1:111122223333:key/k",
        "nonsense",
        "",
      })
  void asksNoOneAboutAnArnThatIsNotOneOfAws(String arn) {
    assertThat(outside(arn, "", "")).isPresent();
    assertThat(kms.calls()).isEmpty();
  }

  @Test
  void anAccountOfAnotherPartitionIsAnotherAccount() {
    assertThat(outside(KmsFake.KEY.replace("arn:aws:", "arn:aws-cn:"), "", "")).isPresent();
  }

  @Test
  void saysWhyAwsDidNotAnswer() {
    run.with("AWS_ACCESS_KEY_ID", "AKIAUNKNOWN");

    assertThatThrownBy(() -> outside(KmsFake.KEY, "", ""))
        .isInstanceOfSatisfying(
            SealconfException.class, e -> assertThat(e.isTemporary()).as("temporary").isTrue())
        .hasMessage("AWS STS does not know the AWS credentials");
  }

  private Optional<String> outside(String arn, String role, String profile) {
    MasterKey key = new KmsKey(arn, role, profile, new TreeMap<>()).masterKey("kms");
    return provider.outsideOwnAccount(key, run.world().world());
  }
}
