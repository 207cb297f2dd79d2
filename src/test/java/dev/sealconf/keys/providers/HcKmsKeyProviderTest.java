package dev.sealconf.keys.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.fakes.HuaweiFake;
import dev.sealconf.keys.spi.Field;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Huawei Cloud KMS, by a fake of it. */
final class HcKmsKeyProviderTest {
  private static final String ID = "0d0466b0-e727-4d9c-b35d-f84bb474a37f";
  private static final String KEY = "tr-west-1:" + ID;
  private static final byte[] SHARE =
      "0123456789abcdef0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;
  private final HuaweiFake huawei = new HuaweiFake();

  @AfterEach
  void close() {
    huawei.close();
  }

  @Test
  void usesTheFileInTheHomeFolder() throws IOException {
    Files.createDirectories(folder.resolve("home/.huaweicloud"));
    Files.writeString(folder.resolve("home/.huaweicloud/credentials"), huawei.file());

    assertWorks(world(huawei.noOne()));
  }

  @Test
  void usesAFileOfAnotherName() throws IOException {
    Files.writeString(folder.resolve("huawei.ini"), huawei.file());

    assertWorks(world(huawei.noOne()).with("HUAWEICLOUD_SDK_CREDENTIALS_FILE", "huawei.ini"));
  }

  @ParameterizedTest
  @CsvSource({
    "missing, has no such key, console",
    "denied, does not allow the credentials from HUAWEICLOUD_SDK_AK, kms:cmk:crypto:decrypt",
    "other, 'status 400, code KMS.0205', ErrorCode.html"
  })
  void saysWhyAKeyDoesNotUnwrap(String id, String why, String hint) {
    SealconfException failure = unwrapping("tr-west-1:" + id, world(huawei.holder()));

    assertThat(ExitCode.of(failure)).isEqualTo(ExitCode.NO_DATA_KEY);
    assertThat(failure.getMessage()).contains("Huawei Cloud KMS", why).doesNotContain("words");
    assertThat(failure.hints().get(0)).contains(hint);
  }

  @Test
  void saysThatTheAccessKeyIsUnknown() {
    SealconfException failure = unwrapping(KEY, world(huawei.user("AKGONE", "guessed")));

    assertThat(failure.getMessage())
        .contains("are not accepted: they are from HUAWEICLOUD_SDK_AK")
        .doesNotContain("guessed");
  }

  @Test
  void listsWhereItLookedForCredentials() {
    SealconfException failure = unwrapping(KEY, world(huawei.noOne()));

    assertThat(failure.getMessage())
        .contains("HUAWEICLOUD_SDK_AK", ".huaweicloud/credentials", "metadata server");
    assertThat(failure.hints().get(0)).startsWith("export HUAWEICLOUD_SDK_AK=");
  }

  @Test
  void retriesWhenTheServiceIsBusy() {
    huawei.failNext(2, 429);

    assertWorks(world(huawei.holder()));
    assertThat(huawei.count("/encrypt-data")).isEqualTo(3);
  }

  @Test
  void givesUpOnAServiceThatStaysBusy() {
    huawei.failNext(100, 503);

    assertThat(unwrapping(KEY, world(huawei.holder())).getMessage())
        .isEqualTo("Huawei Cloud KMS is busy");
    assertThat(huawei.count("/decrypt-data")).isEqualTo(4);
  }

  @Test
  void waitsForASlowService() {
    huawei.delay(Duration.ofMillis(300));

    assertWorks(world(huawei.holder()));
  }

  @Test
  void namesTheHostThatDoesNotAnswer() {
    TestWorld world =
        world(huawei.holder()).with("HUAWEICLOUD_SDK_REGION_KMS_TR_WEST_1", "http://127.0.0.1:1");

    assertThat(unwrapping(KEY, world).getMessage()).contains("can't be reached", "'127.0.0.1'");
  }

  @Test
  void namesTheVariableThatAnUnknownRegionNeeds() {
    assertThat(unwrapping("nowhere-1:" + ID, world(huawei.holder())).getMessage())
        .contains("the region is unknown, and HUAWEICLOUD_SDK_REGION_KMS_NOWHERE_1 is not set");
  }

  @Test
  void asksNoOneForAKeyWhoseNameIsNone() {
    for (String name : new String[] {"", ID, "tr-west-1:", "tr-west-1:a/b", "a.b:c"}) {
      MasterKey made =
          new HcKmsKeyProvider().read(new TreeMap<>(Map.of("key_id", new Field.Text(name))));

      assertThat(unwrapping(made, world(huawei.holder())).getMessage())
          .contains("not the name of one of its keys");
    }
    assertThat(huawei.count("/")).isZero();
  }

  @Test
  void readsAnEntryOfAGroup() {
    assertThat(
            new HcKmsKeyProvider().parseEntry(new TreeMap<>(Map.of("key_id", new Field.Text(KEY)))))
        .isEqualTo(key(KEY));
  }

  private static void assertWorks(TestWorld settings) {
    HcKmsKeyProvider provider = new HcKmsKeyProvider();
    World world = settings.world();
    String enc = provider.wrap(SecretBytes.owning(SHARE.clone()), key(KEY), world);
    try (SecretBytes share = provider.unwrap(new WrappedKey(key(KEY), enc), world)) {
      assertThat(share.exposed()).isEqualTo(SHARE);
    }
  }

  private static SealconfException unwrapping(String key, TestWorld world) {
    return unwrapping(key(key), world);
  }

  private static SealconfException unwrapping(MasterKey key, TestWorld world) {
    String enc = HuaweiFake.wrapped(ID, SHARE);
    return catchThrowableOfType(
        SealconfException.class,
        () -> new HcKmsKeyProvider().unwrap(new WrappedKey(key, enc), world.world()));
  }

  private TestWorld world(Map<String, String> environment) {
    TestWorld world = TestWorld.in(folder);
    environment.forEach(world::with);
    return world;
  }

  private static MasterKey key(String name) {
    return new HcKmsKeyProvider().parse(name).get(0);
  }
}
