package dev.sealconf;

import dev.sealconf.cli.CommandLines;
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
    // Keys that lie in another place, and none at all.
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
    for (String name : List.of("app.yaml", "app.json", "app.env", "app.ini")) {
      new SafeFile(world)
          .write(
              world.resolve(name),
              SafeFile.Content.PLAIN,
              sample(name).getBytes(StandardCharsets.UTF_8));
      command("encrypt", "-i", name);
      command("decrypt", name);
    }
    command("decrypt", "--extract", "[\"key1\"]", "app.yaml");
    command("set", "app.yaml", "[\"key1\"]", "\"changed\"");
    command("-d", "app.yaml");
    command("decrypt", "missing.yaml");
  }

  private void command(String... words) {
    CommandLines.run(world, "sealconf", List.of(words));
  }

  /** The YAML one has a number that needs its spelling kept, as many files do. */
  private static String sample(String name) {
    return switch (name) {
      case "app.yaml" ->
          "# a comment\nlist: [1, true, 2.50, null]\n" + lines("key%: \"value %\"\n");
      case "app.json" -> "{\"list\": [1, true, 2.5, null]" + lines(",\n \"key%\": \"value\"") + "}";
      case "app.ini" -> "[section]\n" + lines("key% = value %\n");
      default -> lines("KEY%=value %\n");
    };
  }

  private static String lines(String line) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < VALUES; i++) {
      text.append(line.replace("%", "" + i));
    }
    return text.toString();
  }
}
