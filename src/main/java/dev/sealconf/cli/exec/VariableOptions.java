package dev.sealconf.cli.exec;

import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.Options;
import dev.sealconf.exec.variable.VariableNames;

/** The options that say which variables to make from files and how to name them. */
final class VariableOptions {
  private VariableOptions() {}

  /** Adds the options. */
  static void addTo(CommandSpec spec) {
    spec.add(
        Options.values(
            "NAME", "Only these variables; * matches any characters; repeatable", "only"));
    spec.add(
        Options.values(
            "NAME", "All variables except these; * matches any characters; repeatable", "except"));
    spec.add(Options.value("TEXT", "Put this in front of every name", "prefix"));
    spec.add(
        Options.value(
            "TEXT",
            "Join the keys of nested values with this; the default is " + VariableNames.SEPARATOR,
            "separator"));
  }
}
