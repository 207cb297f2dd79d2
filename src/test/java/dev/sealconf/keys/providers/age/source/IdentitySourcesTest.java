package dev.sealconf.keys.providers.age.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.TestWorld;
import dev.sealconf.io.World;
import dev.sealconf.keys.providers.age.AgeException;
import dev.sealconf.keys.providers.age.AgeFile;
import dev.sealconf.keys.providers.age.X25519Identity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long identities are kept. */
final class IdentitySourcesTest {
  @TempDir Path folder;

  @Test
  void identitiesOpenNothingAfterTheyWereWiped() throws AgeException {
    X25519Identity identity = X25519Identity.generate(TestWorld.in(folder).world().entropy());
    World world = TestWorld.in(folder).with("SOPS_AGE_KEY", identity.exposedText()).world();
    IdentitySources sources = new IdentitySources(world);
    byte[] file;
    try (SecretBytes text = SecretBytes.owning("secret".getBytes(StandardCharsets.UTF_8))) {
      file = AgeFile.seal(text, List.of(identity.recipient()), world.entropy());
    }
    String name = identity.recipientName();
    try (SecretBytes opened = AgeFile.open(file, List.of(sources.search(name)))) {
      assertThat(opened.exposed()).asString(StandardCharsets.UTF_8).isEqualTo("secret");
    }
    sources.close();

    assertThatThrownBy(() -> AgeFile.open(file, List.of(sources.search(name))))
        .isInstanceOf(AgeException.class);
  }

  @Test
  void aCommandThatFailedIsNotRunAgain() throws Exception {
    Path runs = folder.resolve("runs");
    Path command = folder.resolve("print-keys");
    Files.writeString(command, "#!/bin/sh\necho run >> '" + runs + "'\nexit 3\n");
    assertThat(command.toFile().setExecutable(true)).isTrue();
    World world = TestWorld.in(folder).with("SOPS_AGE_KEY_CMD", command.toString()).world();
    IdentitySources sources = new IdentitySources(world);

    assertThat(sources.printedFor("age1x").orElseThrow().isTemporary()).isFalse();
    assertThat(sources.printedFor("age1x").orElseThrow().report()).contains("exit code 3");
    assertThat(runs).hasContent("run");
  }
}
