package dev.sealconf;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.cli.failure.ErrorReporter;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.Entropy;
import dev.sealconf.io.SystemText;
import dev.sealconf.io.World;
import dev.sealconf.io.file.FileBytes;
import dev.sealconf.io.plaintext.PlaintextFolder;
import dev.sealconf.io.process.ShutdownHooks;
import dev.sealconf.io.process.SilentLogManager;
import dev.sealconf.io.terminal.PrintedTell;
import dev.sealconf.io.terminal.SystemTerminal;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** The program's entry point. Builds the world, runs the command and exits with its exit code. */
public final class Main {
  private Main() {}

  /**
   * Runs one command. It writes to the bare file descriptor, because {@code System.out} hides
   * failures, and a result that was not written must not look as if it was.
   */
  public static void main(String[] args) {
    System.setProperty(SilentLogManager.PROPERTY, SilentLogManager.class.getName());
    String calledAs = System.getProperty("sealconf.as", "sealconf");
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
    SystemTerminal terminal = new SystemTerminal(System.getenv("PATH"));
    World world =
        new World(
                FileBytes.forward(new FileInputStream(FileDescriptor.in)),
                new FileOutputStream(FileDescriptor.out),
                err,
                SystemText.environment(System.getenv(), System.getProperty("sealconf.locale")),
                SystemText.workingDirectory(),
                Clock.systemUTC(),
                Entropy.system(),
                terminal,
                new PrintedTell(err, "", terminal.showsProgress()))
            .ofProcess();
    if (System.getProperty("sealconf.sweep") != null) { // the launcher has seen a folder
      PlaintextFolder.sweep(world);
    }
    int code = run(world, calledAs, List.of(args));
    if (ShutdownHooks.none()) {
      Runtime.getRuntime().halt(code); // All streams are already flushed.
    }
    System.exit(code);
  }

  private static int run(World world, String calledAs, List<String> args) {
    try {
      SystemText.requireIntact(args);
    } catch (SealconfException failure) {
      int code = new ErrorReporter(world, calledAs).report(failure);
      world.err().flush();
      return code;
    }
    return CommandLines.run(world, calledAs, args);
  }
}
