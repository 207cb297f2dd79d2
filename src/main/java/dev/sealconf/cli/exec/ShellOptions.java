package dev.sealconf.cli.exec;

import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.Options;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.util.List;

/** The options and arguments that {@code exec-env} and {@code exec-file} share. */
final class ShellOptions {
  private static final int WORDS = 2;

  private ShellOptions() {}

  /** Adds the options and the two arguments. */
  static void addTo(CommandSpec spec) {
    spec.add(Options.value("NAME", "Run the command as this user (Java 22+)", "user"));
    spec.add(Options.flag("Don't wait for the command (deprecated in SOPS)", "background"));
    spec.add(Options.words("FILE COMMAND", "An encrypted file, and one command line for /bin/sh"));
  }

  /**
   * Returns the file and the command line.
   *
   * @throws UsageFailure.Mistake if there are not exactly two arguments, as in SOPS
   */
  static List<String> words(Overrides given, String verb, Session session) {
    List<String> words = given.words();
    if (words.size() == WORDS) {
      if (given.on("background")) {
        session
            .world()
            .tell()
            .warn(verb + "'s --background option is deprecated in SOPS; add & in the shell");
      }
      return words;
    }
    SealconfException wrong =
        new UsageFailure.Mistake(
            words.isEmpty()
                ? "missing file to decrypt"
                : words.size() == 1
                    ? verb + " needs a command after the file"
                    : verb + " takes a file and a command in one word");
    throw wrong.hint("sealconf " + verb + " secrets.yaml './server --port 8080'");
  }
}
