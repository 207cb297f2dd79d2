package dev.sealconf.git.doctor;

import dev.sealconf.error.Printable;
import dev.sealconf.git.setup.Installed;
import java.util.List;

/** Checks that git finds the program. */
final class ProgramCheck implements Check {

  @Override
  public List<Finding> findings(RepositoryState state) {
    String program = state.program();
    return List.of(
        Installed.runs(state.repository().git(), program)
            ? Finding.ok("git finds " + Printable.plain(program))
            : Finding.problem(
                "git can't run " + Printable.plain(program),
                "put sealconf on the PATH, also that of your editor",
                "or name it: sealconf git install --program /path/to/bin/sealconf"));
  }
}
