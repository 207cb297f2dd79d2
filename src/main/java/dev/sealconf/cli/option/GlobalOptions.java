package dev.sealconf.cli.option;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that every command has. */
public final class GlobalOptions {
  private static final String GROUP = "General";

  /** Names the configuration file where no flag does. */
  public static final String CONFIG_VARIABLE = "SOPS_CONFIG";

  private GlobalOptions() {}

  /** Declares them. The two about versions do nothing: this program never goes online for that. */
  public static void addTo(CommandSpec spec) {
    Options.group(spec, GROUP, GlobalOptions::declareAll);
  }

  private static void declareAll(CommandSpec spec) {
    spec.addOption(
        Options.valueOr(
            CONFIG_VARIABLE, "PATH", "Use this file instead of looking for .sops.yaml", "config"));
    spec.addOption(Options.flag("Say what is done", "verbose"));
    spec.addOption(hidden("disable-version-check"));
    spec.addOption(hidden("check-for-updates"));
    spec.addOption(Options.flag("Show the help of this command", "h", "help"));
  }

  private static OptionSpec hidden(String name) {
    return Options.flag("Has no effect", name).toBuilder().hidden(true).build();
  }
}
