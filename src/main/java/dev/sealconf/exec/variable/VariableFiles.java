package dev.sealconf.exec.variable;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.envelope.spelling.OpenedPlace;
import dev.sealconf.error.Location;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.KeyRing;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.SealedReader;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.ResultTarget;
import dev.sealconf.session.Session;
import dev.sealconf.session.StandardStreams;
import dev.sealconf.session.rule.Restrictions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Opens encrypted files and makes variables from them. Later files win over earlier ones. */
public final class VariableFiles {
  private final Session session;
  private final Overrides given;
  private final VariableNames names;
  private final VariableFilter filter;
  private final Set<String> seen = new LinkedHashSet<>();

  /**
   * Reads these options: {@code separator}, {@code prefix}, {@code only}, {@code except}, and the
   * ones that say how to open files.
   */
  public VariableFiles(Session session, Overrides given) {
    this.session = session;
    this.given = given;
    this.names =
        new VariableNames(
            given.text("separator").orElse(VariableNames.SEPARATOR),
            given.text("prefix").orElse(""));
    this.filter = new VariableFilter(given.texts("only"), given.texts("except"));
  }

  /**
   * Returns the variables of these files. Each name occurs once, where it first appears.
   *
   * @param files the files as the user names them; {@code -} is standard input
   * @throws dev.sealconf.error.SealconfException if a file can't be read or opened, if a value
   *     can't be a variable, or if {@code only} or {@code except} names a variable that no file has
   */
  public List<Variable> read(List<String> files) {
    return read(files, List.of()).variables();
  }

  /**
   * Returns the same, and the values that the user chose one by one. These are not variables, and
   * {@code only} and {@code except} don't apply to them.
   */
  public FileVariables read(List<String> files, List<ValueChoice> choices) {
    KeyRing keys = session.keyRing(given);
    Restrictions restrictions = new Restrictions(session, given);
    Map<String, Variable> all = new LinkedHashMap<>();
    Map<ValueChoice, Variable> chosen = new LinkedHashMap<>();
    for (String file : files) {
      FileVariables found = ofFile(file, choices, keys, restrictions);
      found.variables().forEach(variable -> all.put(variable.name(), variable));
      chosen.putAll(found.chosen());
    }
    filter.check(seen);
    return new FileVariables(new ArrayList<>(all.values()), chosen);
  }

  /**
   * Returns the variables of these files without using a key: maps each name to whether its value
   * is empty. An encrypted value is never empty, because SOPS doesn't encrypt empty values.
   *
   * @throws dev.sealconf.error.SealconfException if a file can't be read
   */
  public Map<String, Boolean> emptiness(List<String> files) {
    Map<String, Boolean> all = new LinkedHashMap<>();
    for (String file : files) {
      Input input = input(file);
      Flattening.Visitor found =
          (path, name, node) -> {
            boolean empty =
                node instanceof Leaf leaf
                    && leaf.value() instanceof Scalar.Text text
                    && text.value().isEmpty();
            all.put(input.format().variableName(name), empty);
          };
      new Flattening(names.in(input.format())).visit(SealedReader.read(input).branches(), found);
    }
    return all;
  }

  private FileVariables ofFile(
      String file, List<ValueChoice> choices, KeyRing keys, Restrictions restrictions) {
    World world = session.world();
    Input input = input(file);
    boolean whole = input.format().encryptsWhole();
    if (whole && choices.isEmpty()) {
      throw noKeys(input);
    }
    try (OpenedFile opened =
        OpenedFile.open(world, keys, input, restrictions.strictness(world.resolve(file)))) {
      Flattening flattening = new Flattening(names.in(input.format()));
      List<MapNode> trees = WrittenTree.of(opened);
      Set<TreePath> sealed = sealed(opened);
      UnaryOperator<Variable> meaning = variable -> meant(variable, input.format());
      Map<ValueChoice, Variable> chosen =
          flattening.chosen(trees, sealed::contains, meaning, choices);
      if (whole && chosen.isEmpty()) {
        throw noKeys(input);
      }
      Predicate<Variable> wanted =
          variable ->
              wants(variable.name()) && choices.stream().noneMatch(one -> one.means(variable));
      List<Variable> variables =
          whole ? List.of() : flattening.of(trees, sealed::contains, meaning, wanted);
      return new FileVariables(variables, chosen);
    } catch (OutputFailure e) {
      throw e.at(Location.of(input.source().name()));
    }
  }

  private static SealconfException noKeys(Input input) {
    return new OutputFailure.NotRepresentable("the file has no keys to make variables of")
        .at(Location.of(input.source().name()))
        .hint("to give a program the whole file: sealconf run --file 'NAME=[\"data\"]'")
        .hint("to write the file itself: sealconf decrypt --output PATH FILE");
  }

  private boolean wants(String name) {
    seen.add(name);
    return filter.wants(name);
  }

  private Input input(String file) {
    return file.equals(ResultTarget.STANDARD_INPUT)
        ? new FileTypes(given, session.formats())
            .input(ResultTarget.STANDARD_INPUT_NAME, new StandardStreams(session.world()).read())
        : session.input(given, file);
  }

  /** Returns the paths of all encrypted values, and of the lists and maps that contain them. */
  private static Set<TreePath> sealed(OpenedFile opened) {
    Set<TreePath> sealed = new HashSet<>();
    for (OpenedPlace place : opened.opened().places()) {
      if (place.sealed() && place.isLeaf()) {
        TreePath path = place.place().path();
        while (sealed.add(path) && path.depth() > 0) {
          path = path.above();
        }
      }
    }
    return sealed;
  }

  /**
   * Returns a variable as programs that read the format see it; such a program may remove quotes.
   */
  private static Variable meant(Variable variable, DocumentFormat format) {
    Variable named = variable.named(format.variableName(variable.name()));
    return named.text().map(text -> named.holding(format.variableText(text))).orElse(named);
  }
}
