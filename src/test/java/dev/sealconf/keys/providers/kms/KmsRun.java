package dev.sealconf.keys.providers.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.fakes.KmsFake;
import dev.sealconf.keys.providers.KmsKeyProvider;
import dev.sealconf.keys.spi.KeyProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A run of its own against a fake, in the environment of someone without credentials. */
record KmsRun(KmsFake kms, TestWorld world, Path folder) {
  private static final int SHARE = 32;

  static KmsRun of(KmsFake kms, Path folder) {
    TestWorld world = TestWorld.in(folder);
    kms.noOne().forEach(world::with);
    return new KmsRun(kms, world, folder);
  }

  KmsRun with(String variable, String value) {
    world.with(variable, value);
    return this;
  }

  /** Writes a file of the user's home folder, and one of the configuration into {@code .aws}. */
  KmsRun file(String name, String content) {
    Path file = folder.resolve("home").resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  KmsRun config(String content) {
    return file(".aws/config", content);
  }

  /** Wraps with a profile, and says with which access key that was asked for. */
  String wrapsAs(String profile) {
    wrap(KmsFake.KEY, profile);
    KmsFake.Call last = kms.calls().get(kms.calls().size() - 1);
    assertThat(last.answer()).isEqualTo("OK");
    return last.accessKey();
  }

  /** Why wrapping with a profile fails. */
  SealconfException fails(String profile) {
    SealconfException failure =
        catchThrowableOfType(SealconfException.class, () -> wrap(KmsFake.KEY, profile));
    assertThat(failure).isNotNull();
    return failure;
  }

  String wrap(String recipient, String profile) {
    KeyProvider provider = new KmsKeyProvider();
    MasterKey key = provider.parse(recipient, Map.of("aws-profile", profile)).get(0);
    return provider.wrap(SecretBytes.owning(new byte[SHARE]), key, world.world());
  }
}
