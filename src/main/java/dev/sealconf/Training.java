package dev.sealconf;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.SampleFile;
import dev.sealconf.io.Entropy;
import dev.sealconf.io.Tell;
import dev.sealconf.io.World;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.io.terminal.SystemTerminal;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs what users run most, on data made up here and a key made on the spot, while the virtual
 * machine writes down which classes that takes ({@code docs/performance.md §archives}).
 */
public final class Training {
  private static final int VALUES = 20;

  private final World world;

  private Training(World world) {
    this.world = world;
  }

  /** Works in the empty folder that the one argument names; what fails is left out. */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]).toAbsolutePath();
    new Training(world(folder, folder, Map.of())).run();
    // Keys in another place, and none at all.
    Path none = folder.resolve("none");
    Path keys = folder.resolve(".config/sops/age/keys.txt");
    Map<String, String> named = Map.of("SOPS_AGE_KEY_FILE", keys.toString());
    new Training(world(folder, none, named)).command("decrypt", "app.json");
    new Training(world(folder, none, Map.of())).command("decrypt", "app.json");
    Main.main(new String[] {"--version"});
  }

  private static World world(Path folder, Path home, Map<String, String> more) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Map<String, String> environment = new HashMap<>(more);
    environment.put("HOME", home.toString());
    environment.put("XDG_RUNTIME_DIR", folder.toString());
    return new World(
        InputStream.nullInputStream(),
        nowhere,
        nowhere,
        environment,
        folder,
        Clock.systemUTC(),
        Entropy.system(),
        new SystemTerminal(null),
        Tell.NOTHING);
  }

  private void run() {
    command("--version");
    command("init", "--yes");
    for (DocumentFormat format : new DocumentFormats().all()) {
      format.sample().ifPresent(this::encryptAndDecrypt);
    }
    command("decrypt", "--extract", "[\"key1\"]", "app.yaml");
    command("set", "app.yaml", "[\"key1\"]", "\"changed\"");
    command("-d", "app.yaml");
    command("decrypt", "missing.yaml");
  }

  private void encryptAndDecrypt(SampleFile sample) {
    byte[] plain = sample.text(VALUES).getBytes(StandardCharsets.UTF_8);
    new SafeFile(world).write(world.resolve(sample.name()), SafeFile.Content.PLAIN, plain);
    command("encrypt", "-i", sample.name());
    command("decrypt", sample.name());
  }

  private void command(String... words) {
    CommandLines.run(world, "sealconf", List.of(words));
  }
}
