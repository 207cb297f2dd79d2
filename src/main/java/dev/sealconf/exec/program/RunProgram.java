package dev.sealconf.exec.program;

import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import dev.sealconf.io.plaintext.PlaintextFolder;
import dev.sealconf.io.program.Program;
import dev.sealconf.io.program.ProgramRun;
import dev.sealconf.io.program.RunningProgram;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.ResultTarget;
import dev.sealconf.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs a program, without a shell, with the values of files in its environment. */
public final class RunProgram {
  private static final Set<String> SIGNALS =
      Set.of("HUP", "INT", "QUIT", "USR1", "USR2", "TERM", "WINCH", "CONT");

  private final Session session;
  private final World world;
  private final Overrides given;
  private final List<ValueFile> asFiles;

  /**
   * Reads these options: {@code overload}, {@code pristine}, {@code allow}, {@code redact}, {@code
   * watch}, {@code signal}, {@code template}, and the ones that {@link
   * dev.sealconf.exec.variable.VariableFiles} reads.
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
   * Runs the program. Does not return if the program can replace this process.
   *
   * @param files the files as the user names them; later ones win
   * @param command the program and its arguments
   * @return the program's exit status
   * @throws dev.sealconf.error.SealconfException before the program starts, if anything is wrong
   */
  public int run(List<String> files, List<String> command) {
    try (ProgramRun run = new ProgramRun(world)) {
      if (given.on("watch")) {
        return watched(run, files, command);
      } else if (given.isGiven("signal")) {
        throw new UsageFailure.Mistake("--signal needs --watch");
      } else if (given.on("redact") || !asFiles.isEmpty()) {
        ProgramValues values = read(files);
        try (PlaintextFolder folder = folder()) {
          return start(run, values, folder, command).await();
        }
      }
      run.prepare();
      ProgramValues values = read(files);
      Program program = program(command, values.variables());
      values.wipe();
      return run.become(program);
    }
  }

  private int watched(ProgramRun run, List<String> files, List<String> command) {
    if (files.contains(ResultTarget.STANDARD_INPUT)) {
      throw new UsageFailure.Mistake("standard input can't be watched for changes");
    }
    List<Path> paths = files.stream().map(world::resolve).toList();
    Restarts restarts = new Restarts(world, new WatchedFiles(paths), signal());
    ProgramValues values = read(files);
    try (PlaintextFolder folder = folder()) {
      Restarts.Source source =
          new Restarts.Source() {
            @Override
            public ProgramValues read() {
              return RunProgram.this.read(files);
            }

            @Override
            public RunningProgram start(ProgramValues changed) {
              return RunProgram.this.start(run, changed, folder, command);
            }

            @Override
            public void refresh(ProgramValues changed) {
              if (folder != null) {
                changed.write(folder);
              }
            }
          };
      return restarts.await(source.start(values), source);
    }
  }

  private Optional<String> signal() {
    Optional<String> name =
        given.text("signal").map(text -> text.toUpperCase(Locale.ROOT).replaceFirst("^SIG", ""));
    if (name.isPresent() && !SIGNALS.contains(name.get())) {
      throw new UsageFailure.Mistake(Printable.quote(name.get()) + " is not one of the signals")
          .hint("--signal HUP; also INT, QUIT, USR1, USR2, TERM, WINCH, CONT");
    }
    return name;
  }

  /** Returns null if the program gets no value as a file. */
  private PlaintextFolder folder() {
    return asFiles.isEmpty() ? null : PlaintextFolder.open(world);
  }

  /** Closes the session's keys, so that none stays in memory while the program runs. */
  private ProgramValues read(List<String> files) {
    try {
      return ProgramValues.read(session, given, files, asFiles);
    } finally {
      session.close();
    }
  }

  private Program program(List<String> command, Map<String, byte[]> variables) {
    return new Program(command, variables, !given.on("pristine"));
  }

  private RunningProgram start(
      ProgramRun run, ProgramValues values, PlaintextFolder folder, List<String> command) {
    Map<String, byte[]> variables = values.variables();
    if (folder != null) {
      variables.putAll(values.write(folder));
    }
    Program program = program(command, variables);
    if (given.on("redact")) {
      return run.start(program, to -> new RedactedStream(values.all(), to));
    }
    RunningProgram started = run.start(program);
    values.wipe();
    return started;
  }
}
