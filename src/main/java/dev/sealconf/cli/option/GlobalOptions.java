package dev.sealconf.cli.option;

import dev.sealconf.session.Session;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that every command has. */
public final class GlobalOptions {
  private static final String GROUP = "General";

  private GlobalOptions() {}

  /** Declares them. The two about versions do nothing: this program never goes online for that. */
  public static void addTo(CommandSpec spec) {
    Options.group(spec, GROUP, GlobalOptions::declareAll);
  }

  private static void declareAll(CommandSpec spec) {
    spec.addOption(
        Options.valueOr(
            Session.CONFIG_VARIABLE,
            "PATH",
            "Use this file instead of looking for .sops.yaml",
            "config"));
    spec.addOption(Options.flag("Report what is done", "verbose"));
    spec.addOption(hidden("disable-version-check"));
    spec.addOption(hidden("check-for-updates"));
    spec.addOption(Options.flag("Show the help of this command", "h", "help"));
  }

  private static OptionSpec hidden(String name) {
    return Options.flag("Has no effect", name).toBuilder().hidden(true).build();
  }
}
