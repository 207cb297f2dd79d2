package dev.sealconf.exec.program;

import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.NotFound;
import dev.sealconf.error.Printable;
import dev.sealconf.exec.required.RequiredCheck;
import dev.sealconf.exec.required.RequiredKeys;
import dev.sealconf.exec.variable.FileVariables;
import dev.sealconf.exec.variable.ValueChoice;
import dev.sealconf.exec.variable.Variable;
import dev.sealconf.exec.variable.VariableFiles;
import dev.sealconf.exec.variable.VariableNames;
import dev.sealconf.io.plaintext.PlaintextFolder;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values that a program gets from encrypted files, after all checks have passed. */
final class ProgramValues {
  private static final String TOKEN = "ENC[";

  private final Session session;
  private final Overrides given;
  private final List<ValueFile> asFiles;
  private final FileVariables found;

  private ProgramValues(
      Session session, Overrides given, List<ValueFile> asFiles, FileVariables found) {
    this.session = session;
    this.given = given;
    this.asFiles = asFiles;
    this.found = found;
  }

  /**
   * Opens the files.
   *
   * @param asFiles values that the program gets as files
   * @throws dev.sealconf.error.SealconfException if a file can't be opened, a value can't be a
   *     variable, a name is refused, or a required key is missing
   */
  static ProgramValues read(
      Session session, Overrides given, List<String> files, List<ValueFile> asFiles) {
    List<ValueChoice> choices = asFiles.stream().map(ValueFile::value).toList();
    FileVariables found = new VariableFiles(session, given).read(files, choices);
    ProgramValues values = new ProgramValues(session, given, asFiles, found);
    List<String> allowed = given.texts("allow");
    for (Variable variable : found.variables()) {
      RefusedNames.check(variable.name(), allowed);
    }
    for (ValueFile file : asFiles) {
      RefusedNames.check(file.variable(), allowed);
      values.of(file);
    }
    values.refuseTokensOfTheEnvironment();
    values.requireKeys(files);
    return values;
  }

  /** Overwrites all values. */
  void wipe() {
    all().forEach(variable -> Arrays.fill(variable.value(), (byte) 0));
  }

  /** Returns all values, including those that the program gets as files. */
  List<Variable> all() {
    List<Variable> all = new ArrayList<>(found.variables());
    all.addAll(found.chosen().values());
    return all;
  }

  private Variable of(ValueFile file) {
    Variable value = found.chosen().get(file.value());
    if (value == null) {
      String place =
          file.value().path().map(TreePath::toString).orElse(Printable.quote(file.value().name()));
      throw new NotFound("no file has the value " + place)
          .hint(
              "--file takes the path of a value, such as [\"tls\"][\"key\"], or a variable's name");
    }
    return value;
  }

  private boolean inherits() {
    return !given.on("pristine");
  }

  /**
   * Returns whether the program gets this variable. By default, a variable that is already in the
   * environment wins.
   */
  private boolean isPassed(Variable variable) {
    return !inherits()
        || given.on("overload")
        || !session.world().environment().containsKey(variable.name());
  }

  /** Returns the variables for the program. They are copies, so the caller may wipe them. */
  Map<String, byte[]> variables() {
    Map<String, byte[]> passed = new LinkedHashMap<>();
    for (Variable variable : found.variables()) {
      if (isPassed(variable)) {
        passed.put(variable.name(), variable.value().clone());
      }
    }
    return passed;
  }

  /**
   * Writes the values that the program gets as files.
   *
   * @return the variables that hold the paths
   */
  Map<String, byte[]> write(PlaintextFolder folder) {
    Map<String, byte[]> variables = new LinkedHashMap<>();
    for (ValueFile file : asFiles) {
      String path = folder.rewrite(file.variable(), of(file).value()).toString();
      variables.put(file.variable(), path.getBytes(StandardCharsets.UTF_8));
    }
    return variables;
  }

  private void refuseTokensOfTheEnvironment() {
    if (!inherits()) {
      return;
    }
    Map<String, byte[]> own = variables();
    session
        .world()
        .environment()
        .forEach(
            (name, value) -> {
              if (value.startsWith(TOKEN) && !own.containsKey(name)) {
                throw new MachineFailure(
                        "the environment variable " + Printable.quote(name) + " is still encrypted")
                    .hint("unset it, or let the value of a file win: --overload");
              }
            });
  }

  private void requireKeys(List<String> files) {
    Map<String, String> values = new HashMap<>();
    if (inherits()) {
      values.putAll(session.world().environment());
    }
    for (Variable variable : found.variables()) {
      if (isPassed(variable)) {
        values.put(variable.name(), variable.text().orElse("?"));
      }
    }
    for (ValueFile file : asFiles) {
      values.put(file.variable(), "a path");
      values.putIfAbsent(of(file).name(), of(file).text().orElse("?"));
    }
    String separator = given.text("separator").orElse(VariableNames.SEPARATOR);
    new RequiredCheck(new RequiredKeys(session, given).of(files), separator).values(values);
  }
}
