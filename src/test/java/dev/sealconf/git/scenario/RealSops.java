package dev.sealconf.git.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Lets real SOPS open what git stores. */
public final class RealSops {
  private static final String KEYS = "SOPS_AGE_KEY_FILE";

  private RealSops() {}

  /**
   * Does the same with the SOPS of this machine. Without one, this check alone is left out, which
   * standard error says, unless peers are required.
   */
  public static void requireOpensAll(Sandbox sandbox) throws IOException {
    boolean required = "require".equals(System.getenv("SEALCONF_PEERS"));
    if (required || Peers.SOPS_3_13.find().isPresent()) {
      requireOpensAll(Peers.SOPS_3_13.path(), sandbox);
    }
  }

  /** Fails unless SOPS decrypts every blob that a protected file of the sandbox has or had. */
  public static void requireOpensAll(Path sops, Sandbox sandbox) throws IOException {
    Path folder = Files.createDirectories(sandbox.root().resolve("opened"));
    Path keys = folder.resolve("keys");
    StringBuilder identities = new StringBuilder();
    for (int i = 1; i <= 3; i++) {
      identities.append(Files.readString(Path.of("testdata/keys/age-" + i + ".txt")));
    }
    Files.writeString(keys, identities);
    sandbox.unset("SOPS_AGE_KEY");
    sandbox.set(KEYS, keys.toString());
    Map<String, byte[]> sealed = sandbox.stored().sealed();
    for (Map.Entry<String, byte[]> blob : sealed.entrySet()) {
      Path file = Files.write(folder.resolve(blob.getKey()), blob.getValue());
      Sandbox.Result result =
          sandbox.run(folder, List.of(sops.toString(), "decrypt", file.toString()));
      assertThat(result.exit()).as("%s", result).isZero();
    }
  }
}
