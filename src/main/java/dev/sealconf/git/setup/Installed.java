package dev.sealconf.git.setup;

import dev.sealconf.error.Printable;
import dev.sealconf.error.Refusal;
import dev.sealconf.git.repository.GitProgram;
import dev.sealconf.git.repository.Repository;
import dev.sealconf.io.process.Subprocess;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Finds out whether git runs sealconf. */
public final class Installed {
  private static final String ALIAS = "sealconf-version";

  private Installed() {}

  /**
   * Returns if git has sealconf's filter in a repository, and can run it.
   *
   * @throws Refusal if it doesn't
   */
  public static void require(Repository repository) {
    Map<String, String> settings =
        new GitConfig(repository.git(), GitConfig.Scope.LOCAL).effective();
    if (!settings.containsKey(DriverSettings.PROCESS)) {
      throw new Refusal("git doesn't run sealconf in this repository")
          .hint("set it up: sealconf git install");
    }
    String program = settings.getOrDefault(DriverSettings.PROGRAM, "sealconf");
    if (!runs(repository.git(), program)) {
      throw new Refusal("git can't run " + Printable.plain(program))
          .hint("to see more: sealconf git doctor");
    }
  }

  /**
   * Returns whether git can run the program, as it runs filters: in a shell, with git's own PATH.
   *
   * @param program a word of the shell
   */
  public static boolean runs(GitProgram git, String program) {
    Subprocess.Result result =
        git.run(
            new byte[0], List.of("-c", "alias." + ALIAS + "=!" + program + " --version", ALIAS));
    String printed = new String(result.out(), StandardCharsets.UTF_8);
    return result.status() == 0 && printed.startsWith("sealconf ");
  }
}
