package dev.sealconf.keys.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.fakes.KmsFake;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyProvider;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys of AWS KMS: what is asked of the service, and what is made of its answers. */
final class KmsKeyProviderTest {
  private static final byte[] SHARE =
      "a share of thirty-two bytes, say".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private final KmsFake kms = new KmsFake();

  @AfterEach
  void close() {
    kms.close();
  }

  @Test
  void writesTheFieldsThatSopsWrites() {
    MasterKey key = provider().parse(KmsFake.KEY, Map.of("encryption-context", "b:2,a:1")).get(0);
    MasterKey complete = provider().complete(key, TestWorld.in(folder).world());

    assertThat(complete.name()).isEqualTo(KmsFake.KEY + "|a:1,b:2");
    assertThat(complete.fields())
        .hasSize(4)
        .containsEntry("arn", new Field.Text(KmsFake.KEY))
        .containsEntry("aws_profile", new Field.Text(""))
        .containsEntry("context", new Field.Table(new TreeMap<>(Map.of("a", "1", "b", "2"))))
        .containsEntry("created_at", new Field.Text("2026-01-02T03:04:05Z"));
  }

  @ParameterizedTest
  @CsvSource({"no-colon", "a:b:c", "'a:1,'", "','"})
  void refusesAContextThatSopsRefuses(String context) {
    SealconfException failure =
        failure(() -> provider().parse("", Map.of("encryption-context", context)));

    assertThat(ExitCode.of(failure)).isEqualTo(ExitCode.INVALID_ENCRYPTION_CONTEXT);
  }

  @Test
  void wrapsWithAnAliasInTheRegionOfTheArn() {
    for (String arn : List.of(KmsFake.ALIAS, KmsFake.FAR_KEY)) {
      assertThat(unwrapped(wrap(arn, holder()), holder())).isEqualTo(SHARE);
    }
    assertThat(kms.calls())
        .extracting(KmsFake.Call::detail)
        .containsExactly(KmsFake.ALIAS, KmsFake.ALIAS, KmsFake.FAR_KEY, KmsFake.FAR_KEY);
  }

  @Test
  void refusesAContextOtherThanThatOfTheWrapping() {
    MasterKey key = provider().parse(KmsFake.KEY, Map.of("encryption-context", "app:one")).get(0);
    MasterKey other = provider().parse(KmsFake.KEY, Map.of("encryption-context", "app:two")).get(0);
    WrappedKey wrapped = wrap(key, holder());

    assertThat(unwrapped(wrapped, holder())).isEqualTo(SHARE);
    assertThat(failure(() -> unwrapped(new WrappedKey(other, wrapped.enc()), holder())))
        .hasMessage("its wrapped key or encryption context was changed, or is not of this key");
  }

  @Test
  void assumesARoleOncePerRunWithTheSessionNameOfSops() {
    KeyProvider provider = provider();
    MasterKey key = provider.parse(KmsFake.KEY + "+" + KmsFake.ROLE).get(0);
    for (int i = 0; i < 3; i++) {
      provider.wrap(SecretBytes.owning(SHARE.clone()), key, holder().world());
    }

    assertThat(kms.count("AssumeRole", "OK")).isEqualTo(1);
    assertThat(kms.calls().get(0).detail()).startsWith("sops@");
    assertThat(kms.calls().get(0).accessKey()).isEqualTo(KmsFake.HOLDER);
    assertThat(kms.calls().get(3))
        .isEqualTo(new KmsFake.Call("Encrypt", "ASIASESSION", KmsFake.KEY, "OK"));
  }

  @Test
  void retriesIfTheServiceIsBusy() {
    WrappedKey wrapped = wrap(KmsFake.KEY, holder());
    kms.throttle(2);

    assertThat(unwrapped(wrapped, holder())).isEqualTo(SHARE);
    assertThat(kms.count("Decrypt", "ThrottlingException")).isEqualTo(2);
  }

  @Test
  void givesUpIfTheServiceStaysBusy() {
    kms.throttle(99);

    assertThat(failure(() -> wrap(KmsFake.KEY, holder())))
        .hasMessage("AWS KMS was too busy, 4 times");
    assertThat(kms.calls()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "disabled | the key is disabled | aws kms enable-key --region eu-central-1",
        "deleted | the key can't be used now | aws kms describe-key --region eu-central-1",
        "missing | AWS KMS has no such key | aws kms describe-key --region eu-central-1",
      })
  void saysWhatIsWrongWithAKey(String id, String message, String hint) {
    String arn = KmsFake.KEY.replaceFirst("key/.*", "key/" + id);
    SealconfException failure = failure(() -> wrap(arn, holder()));

    assertThat(failure).hasMessageStartingWith(message);
    assertThat(failure.hints().get(0)).startsWith(hint).endsWith(" --key-id '" + arn + "'");
    assertThat(ExitCode.of(failure)).isEqualTo(ExitCode.GENERIC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AKIASTRANGER | AWS KMS denies it: kms:Encrypt is needed | aws sts get-caller-identity",
        "ASIAEXPIRED | the AWS credentials have expired | aws sso login",
        "AKIAOTHER | AWS KMS does not know the AWS credentials | aws configure list",
      })
  void saysWhatIsWrongWithCredentials(String accessKey, String message, String hint) {
    TestWorld world = in(kms.with(accessKey));
    SealconfException failure = failure(() -> wrap(KmsFake.KEY, world));

    assertThat(failure).hasMessageStartingWith(message);
    assertThat(failure.hints()).first().isEqualTo(hint);
  }

  @Test
  void saysThatARoleIsDenied() {
    String role = KmsFake.ROLE + "-other";
    SealconfException failure = failure(() -> wrap(KmsFake.KEY + "+" + role, holder()));

    assertThat(failure).hasMessage("AWS STS denies role '" + role + "': sts:AssumeRole is needed");
  }

  @Test
  void reportsThatTheServiceCannotBeReached() {
    TestWorld world = holder().with("AWS_ENDPOINT_URL_KMS", "http://127.0.0.1:1");
    assertThat(failure(() -> wrap(KmsFake.KEY, world)))
        .hasMessage("AWS in eu-central-1 can't be reached");
    world.with("AWS_ENDPOINT_URL_KMS", "http://sealconf.invalid");
    assertThat(failure(() -> wrap(KmsFake.KEY, world)))
        .hasMessage("the host of AWS in eu-central-1 is not found");
  }

  private TestWorld holder() {
    return in(kms.holder());
  }

  private TestWorld in(Map<String, String> environment) {
    TestWorld world = TestWorld.in(folder);
    environment.forEach(world::with);
    return world;
  }

  private static KeyProvider provider() {
    return new KmsKeyProvider();
  }

  private static WrappedKey wrap(String recipient, TestWorld world) {
    return wrap(provider().parse(recipient).get(0), world);
  }

  private static WrappedKey wrap(MasterKey key, TestWorld world) {
    return new WrappedKey(
        key, provider().wrap(SecretBytes.owning(SHARE.clone()), key, world.world()));
  }

  private static byte[] unwrapped(WrappedKey key, TestWorld world) {
    return provider().unwrap(key, world.world()).exposed();
  }

  private static SealconfException failure(ThrowingCallable call) {
    SealconfException failure = catchThrowableOfType(SealconfException.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }
}
