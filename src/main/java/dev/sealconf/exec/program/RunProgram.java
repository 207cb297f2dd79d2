package dev.sealconf.exec.program;

import dev.sealconf.io.World;
import dev.sealconf.io.plaintext.PlaintextFolder;
import dev.sealconf.io.program.Program;
import dev.sealconf.io.program.ProgramRun;
import dev.sealconf.io.program.RunningProgram;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.util.List;
import java.util.Map;

/** Runs a program with the values of files in its environment, without a shell. */
public final class RunProgram {
  private final Session session;
  private final World world;
  private final Overrides given;
  private final List<ValueFile> asFiles;

  /**
   * By what the caller asks for: {@code overload}, {@code pristine}, {@code allow}, {@code redact},
   * {@code template}, and what {@link dev.sealconf.exec.variable.VariableFiles} reads.
   *
   * @param asFiles values that the program gets as files
   */
  public RunProgram(Session session, Overrides given, List<ValueFile> asFiles) {
    this.session = session;
    this.world = session.world();
    this.given = given;
    this.asFiles = List.copyOf(asFiles);
  }

  /**
   * Does it. Where the program can take the place of this process, this doesn't return.
   *
   * @param files as the user names them; later ones win
   * @param command the program and its arguments
   * @return the exit status of the program
   * @throws dev.sealconf.error.SealconfException before the program starts, if anything is wrong
   */
  public int run(List<String> files, List<String> command) {
    try (ProgramRun run = new ProgramRun(world)) {
      boolean stays = given.on("redact") || !asFiles.isEmpty();
      if (!stays) {
        run.prepare();
      }
      ProgramValues values = ProgramValues.read(session, given, files, asFiles);
      Map<String, byte[]> variables = values.variables();
      Program program = new Program(command, variables, !given.on("pristine"));
      session.close();
      if (!stays) {
        return run.become(program);
      }
      if (asFiles.isEmpty()) {
        return start(run, program, values).await();
      }
      try (PlaintextFolder folder = PlaintextFolder.open(world)) {
        values.write(folder, variables);
        return start(run, program, values).await();
      }
    }
  }

  private RunningProgram start(ProgramRun run, Program program, ProgramValues values) {
    return given.on("redact")
        ? run.start(program, to -> new RedactedStream(values.all(), to))
        : run.start(program);
  }
}
