package dev.sealconf.cli.exec;

import dev.sealconf.cli.option.Options;
import dev.sealconf.exec.variable.VariableNames;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say which variables are made of files, and how they are called. */
final class VariableOptions {
  private VariableOptions() {}

  /** Declares them. */
  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.values(
            "NAME", "Only these variables; * matches any characters; repeatable", "only"));
    spec.addOption(
        Options.values("NAME", "All variables but these; * matches; repeatable", "except"));
    spec.addOption(Options.value("TEXT", "Put this in front of every name", "prefix"));
    spec.addOption(
        Options.value(
            "TEXT",
            "Join the keys of nested values with this; the default is " + VariableNames.SEPARATOR,
            "separator"));
  }
}
