package dev.sealconf.cli.option;

import dev.sealconf.session.Session;

/** The options that every command has. */
public final class GlobalOptions {
  private static final String GROUP = "General";

  private GlobalOptions() {}

  /**
   * Adds them. The two about versions do nothing, because this program never goes online to check
   * its version.
   */
  public static void addTo(CommandSpec spec) {
    spec.add(
        GROUP,
        Options.valueOr(
            Session.CONFIG_VARIABLE,
            "PATH",
            "Use this file instead of looking for .sops.yaml",
            "config"));
    spec.add(GROUP, Options.flag("Report each step", "verbose"));
    spec.add(GROUP, Options.flag("Has no effect", "disable-version-check").hide());
    spec.add(GROUP, Options.flag("Has no effect", "check-for-updates").hide());
    spec.add(GROUP, Options.flag("Show help for this command", "h", "help"));
  }
}
