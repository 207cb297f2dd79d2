package dev.sealconf.exec.required;

import dev.sealconf.config.RequiredKey;
import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.exec.variable.Variable;
import dev.sealconf.exec.variable.VariableFiles;
import dev.sealconf.exec.variable.VariableNames;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that files have what is required. Names can be checked without a key; values can't. */
public final class Validation {
  private final Session session;
  private final Overrides given;

  /** Reads these options; {@code names-only} opens no file. */
  public Validation(Session session, Overrides given) {
    this.session = session;
    this.given = given;
  }

  /**
   * Checks the files as one set of variables, in which later files win.
   *
   * @return whether values were checked too; false if no key opens a file
   * @throws SealconfException that names what is missing, or if nothing is required
   */
  public boolean run(List<String> files) {
    List<RequiredKey> keys = new RequiredKeys(session, given).of(files);
    if (keys.isEmpty()) {
      throw new UsageFailure.Mistake("no keys are required for these files")
          .hint("add a template: --template .env.example")
          .hint("or list names under required in the section sealconf of .sops.yaml");
    }
    String separator = given.text("separator").orElse(VariableNames.SEPARATOR);
    RequiredCheck check = new RequiredCheck(keys, separator);
    VariableFiles variables = new VariableFiles(session, given);
    Map<String, RequiredCheck.Presence> known = new HashMap<>();
    variables
        .emptiness(files)
        .forEach(
            (name, empty) ->
                known.put(name, empty ? RequiredCheck.Presence.EMPTY : RequiredCheck.Presence.SET));
    check.presence(known);
    return !given.on("names-only") && checkValues(files, variables, check);
  }

  private boolean checkValues(List<String> files, VariableFiles variables, RequiredCheck check) {
    List<Variable> opened;
    try {
      opened = variables.read(files);
    } catch (KeyFailure e) {
      session
          .world()
          .tell()
          .warn("only names were checked: " + e.getMessage().lines().findFirst().orElse(""));
      return false;
    }
    Map<String, String> values = new HashMap<>();
    for (Variable variable : opened) {
      values.put(variable.name(), variable.text().orElse("?"));
    }
    check.values(values);
    return true;
  }
}
