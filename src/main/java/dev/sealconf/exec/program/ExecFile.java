package dev.sealconf.exec.program;

import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import dev.sealconf.io.plaintext.NamedPipe;
import dev.sealconf.io.plaintext.PlaintextFolder;
import dev.sealconf.io.program.Program;
import dev.sealconf.io.program.ProgramRun;
import dev.sealconf.operation.Decrypt;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.rule.Restrictions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Runs a shell command line that contains the path of the decrypted file, as SOPS does. The path is
 * a named pipe, or a file in memory that is wiped when the command ends.
 */
public final class ExecFile {
  private static final String PLACEHOLDER = "{}";
  private static final String USUAL_NAME = "tmp-file";
  private static final int RANDOM_BYTES = 4;

  /** Paths that need no quotes in a shell. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/+@%:,=~^-]+");

  private final Session session;
  private final World world;
  private final Overrides given;

  /**
   * Reads these options: {@code no-fifo}, {@code filename}, {@code user}, {@code background}, and
   * the ones that say how to decrypt a file.
   */
  public ExecFile(Session session, Overrides given) {
    this.session = session;
    this.world = session.world();
    this.given = given;
  }

  /**
   * Runs the command line.
   *
   * @param file the file as the user names it
   * @return the shell's exit status; 0 if it runs in the background
   * @throws SealconfException if the file can't be opened or the shell can't be started
   */
  public int run(String file, String command) {
    String name = name();
    byte[] plain = decrypted(file);
    session.close();
    try (ProgramRun run = new ProgramRun(world)) {
      Map<String, byte[]> variables = new LinkedHashMap<>();
      given.text("user").map(run::enter).ifPresent(variables::putAll);
      try (PlaintextFolder folder = PlaintextFolder.open(world)) {
        return given.on("no-fifo")
            ? withFile(run, folder, name, plain, command, variables)
            : withPipe(run, folder, name, plain, command, variables);
      }
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private byte[] decrypted(String file) {
    byte[] sealed = session.files().read(world.resolve(file));
    FileTypes types = new FileTypes(given, session.formats());
    return new Decrypt(world, session.keyRing(given))
        .run(
            types.input(file, sealed),
            types.output(file, sealed, session.stores(given)),
            new Restrictions(session, given).strictness(world.resolve(file)),
            Optional.empty());
  }

  /**
   * Returns the name of the decrypted file. Unless it is a pipe, SOPS adds random digits to the
   * default name.
   */
  private String name() {
    Optional<String> asked = given.text("filename").filter(text -> !text.isEmpty());
    if (asked.isPresent()) {
      return checked(asked.get());
    }
    if (!given.on("no-fifo")) {
      return USUAL_NAME;
    }
    StringBuilder name = new StringBuilder(USUAL_NAME);
    for (byte b : world.entropy().bytes(RANDOM_BYTES)) {
      name.append(b & 0xFF);
    }
    return name.toString();
  }

  private static String checked(String name) {
    Path path = Path.of(name);
    boolean local = !path.isAbsolute() && path.normalize().equals(path) && !path.startsWith("..");
    if (!local) {
      throw new UsageFailure.Mistake("The provided filename is not a local path.");
    }
    return requirePlain(name);
  }

  private static String requirePlain(String path) {
    if (!PLAIN.matcher(path).matches()) {
      throw new UsageFailure.Mistake(
              Printable.quote(path) + " has characters that a shell does not take as they are")
          .hint("use letters, digits and . _ - in the name");
    }
    return path;
  }

  private int withFile(
      ProgramRun run,
      PlaintextFolder folder,
      String name,
      byte[] plain,
      String command,
      Map<String, byte[]> variables) {
    Path file = folder.write(name, plain);
    Arrays.fill(plain, (byte) 0);
    return run.start(program(file, command, variables)).await();
  }

  private int withPipe(
      ProgramRun run,
      PlaintextFolder folder,
      String name,
      byte[] plain,
      String command,
      Map<String, byte[]> variables) {
    try (NamedPipe pipe = NamedPipe.open(world, folder, name, plain)) {
      Program program = program(pipe.path(), command, variables);
      if (given.on("background")) {
        CompletableFuture.anyOf(run.leave(program), pipe.firstRead()).join();
        return 0;
      }
      return run.start(program).await();
    }
  }

  private static Program program(Path file, String command, Map<String, byte[]> variables) {
    String text = command;
    if (command.contains(PLACEHOLDER)) {
      text = command.replace(PLACEHOLDER, requirePlain(file.toString()));
    }
    return Program.ofShell(text, variables, true);
  }
}
