package dev.sealconf;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.SampleFile;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.filter.SampleConversation;
import dev.sealconf.io.Entropy;
import dev.sealconf.io.Tell;
import dev.sealconf.io.World;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.io.process.SilentLogManager;
import dev.sealconf.io.process.Subprocess;
import dev.sealconf.io.program.ProgramRun;
import dev.sealconf.io.terminal.SystemTerminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the most common commands on sample files with a new key, while the virtual machine records
 * which classes they load ({@code docs/performance.md §archives}). Each run trains the archive for
 * one kind of command.
 */
public final class Training {
  private static final int VALUES = 20;
  private static final Duration GIT_PATIENCE = Duration.ofSeconds(20);
  private static final String SEALED = "sealed-";
  private static final String SEALED_SAMPLE = SEALED + "app.yaml";

  /** A file with only strings, which is opened in a different way. */
  private static final SampleFile STRINGS =
      new SampleFile("strings.yaml", "", "key%: value %\n", "");

  private final World world;

  private Training(World world) {
    this.world = world;
  }

  /**
   * Works in the folder given as the first argument, which must also be the working folder and
   * {@code HOME} of the process. The second argument is {@code prepare}, for an empty folder, or
   * the kind of command: {@code read}, {@code write} or {@code run}. Each kind uses few files and
   * commands, because each class in the archive costs time at every start, needed or not.
   */
  public static void main(String[] args) {
    System.setProperty(SilentLogManager.PROPERTY, SilentLogManager.class.getName());
    Path folder = Path.of(args[0]).toAbsolutePath();
    switch (args[1]) {
      case "prepare" -> new Training(world(folder, folder, Map.of())).prepare();
      case "read" -> read(folder);
      case "write" -> write(folder);
      case "run" -> start(folder);
      default -> throw new IllegalArgumentException(args[1]);
    }
  }

  private static World world(Path folder, Path home, Map<String, String> more) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    Map<String, String> environment = new HashMap<>(more);
    environment.put("HOME", home.toString());
    environment.put("XDG_RUNTIME_DIR", folder.toString());
    environment.put("PATH", "/usr/bin:/bin");
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

  /** Creates a key and, for each format, a plain file and a sealed one. */
  private void prepare() {
    command("init", "--yes");
    for (SampleFile sample : samples()) {
      byte[] plain = sample.text(VALUES).getBytes(UTF_8);
      for (String name : List.of(sample.name(), SEALED + sample.name())) {
        new SafeFile(world).write(world.resolve(name), SafeFile.Content.PLAIN, plain);
      }
      command("encrypt", "-i", SEALED + sample.name());
    }
  }

  private static void read(Path folder) {
    Training training = new Training(world(folder, folder, Map.of()));
    for (SampleFile sample : samples()) {
      training.command("decrypt", SEALED + sample.name());
    }
    training.command("decrypt", "--extract", "[\"key1\"]", SEALED_SAMPLE);
    training.command("-d", SEALED_SAMPLE);
    withNamedKey(folder).command("decrypt", SEALED_SAMPLE);
    Main.main(new String[] {"decrypt", SEALED_SAMPLE});
  }

  /** Not part of {@link #read}: a fifth of its classes would be there only to start programs. */
  private static void start(Path folder) {
    Training training = new Training(world(folder, folder, Map.of()));
    for (SampleFile sample : samples()) {
      training.command("exec-env", SEALED + sample.name(), "true");
      training.command("run", SEALED + sample.name(), "--", "true");
    }
    withNamedKey(folder).command("exec-env", SEALED + "app.env", "true");
    boolean wouldEnd = new ProgramRun(training.world.ofProcess()).rehearse();
    Main.main(
        wouldEnd
            ? new String[] {"--version"}
            : new String[] {"exec-env", SEALED + "app.env", "true"});
  }

  private static void write(Path folder) {
    Training training = new Training(world(folder, folder, Map.of()));
    for (SampleFile sample : samples()) {
      training.command("encrypt", sample.name());
      training.command("encrypt", "-i", sample.name());
    }
    training.command("-e", "app.yaml");
    training.command("set", SEALED_SAMPLE, "[\"key1\"]", "\"changed\"");
    training.command("set", SEALED + STRINGS.name(), "[\"key1\"]", "\"changed\"");
    training.command("unset", SEALED_SAMPLE, "[\"key2\"]");
    withNamedKey(folder).command("set", SEALED_SAMPLE, "[\"key1\"]", "\"changed\"");
    training.filter();
    Main.main(new String[] {"set", SEALED_SAMPLE, "[\"key1\"]", "\"again\""});
  }

  /** Encrypts and decrypts files as git's filter, where git is installed. */
  private void filter() {
    try {
      new Subprocess(world, GIT_PATIENCE).output(List.of("git", "init", "-q"), Map.of());
      SampleConversation git = new SampleConversation();
      for (SampleFile sample : samples()) {
        git.ask("clean", "new-" + sample.name(), sample.text(VALUES).getBytes(UTF_8));
        git.ask("smudge", sample.name(), new SafeFile(world).read(world.resolve(sample.name())));
      }
      World withInput = world.with(new ByteArrayInputStream(git.bytes()));
      CommandLines.run(withInput, "sealconf", List.of("git", "filter-process"));
    } catch (IOException | SealconfException e) {
      return; // then the filter starts more slowly
    }
  }

  /** Uses the key that a variable names, with no key in the user's folder. */
  private static Training withNamedKey(Path folder) {
    Path keys = folder.resolve(".config/sops/age/keys.txt");
    Map<String, String> variables = Map.of("SOPS_AGE_KEY_FILE", keys.toString());
    return new Training(world(folder, folder.resolve("none"), variables));
  }

  private static List<SampleFile> samples() {
    List<SampleFile> samples = new ArrayList<>(List.of(STRINGS));
    for (DocumentFormat format : new DocumentFormats().all()) {
      format.sample().ifPresent(samples::add);
    }
    return samples;
  }

  private void command(String... words) {
    CommandLines.run(world, "sealconf", List.of(words));
  }
}
