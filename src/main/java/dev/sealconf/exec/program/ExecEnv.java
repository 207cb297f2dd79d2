package dev.sealconf.exec.program;

import dev.sealconf.io.program.Program;
import dev.sealconf.io.program.ProgramRun;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.rule.Restrictions;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs a shell command line with the values of a file in its environment, as SOPS does. */
public final class ExecEnv {
  private final Session session;
  private final Overrides given;

  /** Reads these options: {@code pristine}, {@code user}, {@code background}. */
  public ExecEnv(Session session, Overrides given) {
    this.session = session;
    this.given = given;
  }

  /**
   * Runs the command line. Does not return if the shell can replace this process.
   *
   * @param file the file as the user names it
   * @return the shell's exit status; 0 if it runs in the background
   * @throws dev.sealconf.error.SealconfException if the file can't be opened, a value can't be a
   *     variable, or the shell can't be started
   */
  public int run(String file, String command) {
    try (ProgramRun run = new ProgramRun(session.world())) {
      run.prepare();
      Map<String, byte[]> values = values(file);
      session.close();
      Map<String, byte[]> variables = new LinkedHashMap<>();
      given.text("user").map(run::enter).ifPresent(variables::putAll);
      variables.putAll(values);
      Program program = Program.ofShell(command, variables, !given.on("pristine"));
      if (given.on("background")) {
        run.leave(program);
        return 0;
      }
      return run.become(program);
    }
  }

  private Map<String, byte[]> values(String file) {
    try (OpenedFile opened =
        OpenedFile.open(
            session.world(),
            session.keyRing(given),
            session.input(given, file),
            new Restrictions(session, given).strictness(session.world().resolve(file)))) {
      return TopLevelVariables.of(opened.tree().get(0), opened.opened().document().format());
    }
  }
}
