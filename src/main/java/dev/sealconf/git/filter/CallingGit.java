package dev.sealconf.git.filter;

import dev.sealconf.io.World;
import dev.sealconf.io.file.FileBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The git command that started this process, as far as {@code /proc} shows it. */
public final class CallingGit {
  private static final int MOST_ANCESTORS = 8;
  private static final int LONGEST = 1 << 16;

  /** Options of git itself that have their value in the next argument. */
  private static final Set<String> WITH_VALUE =
      Set.of("-c", "-C", "--git-dir", "--work-tree", "--namespace", "--config-env", "--exec-path");

  private static final String COMMIT = "commit";
  private static final Set<String> LOOKING =
      Set.of("status", "diff", "diff-files", "diff-index", "describe", "blame", "annotate", "show");
  private static final Set<String> COMPARING =
      Set.of("log", "show", "diff", "whatchanged", "blame", "annotate", "grep", "diff-tree");
  private static final Set<String> RECORDING = Set.of("add", "stage", COMMIT);

  private final World world;

  /** Looks above this process, if the run is all that it is for. */
  public CallingGit(World world) {
    this.world = world;
  }

  /** Returns whether it only compares files with what is stored, and stores nothing. */
  boolean onlyLooks() {
    return command().filter(LOOKING::contains).isPresent() || commitsIndex();
  }

  /** Returns whether it may compare contents, and start {@code git textconv} for that. */
  public boolean compares() {
    return command().filter(COMPARING::contains).isPresent();
  }

  /** Returns whether the user asked it to put files into the index or into a commit. */
  boolean records() {
    return command().filter(RECORDING::contains).isPresent() && !commitsIndex();
  }

  /** Returns whether it commits what is in the index, and looks at files only to compare them. */
  private boolean commitsIndex() {
    for (List<String> arguments : ancestors()) {
      Optional<String> command = command(arguments);
      if (command.isPresent()) {
        int behind = arguments.indexOf(command.get()) + 1;
        return command.get().equals(COMMIT)
            && !CommitArguments.takeFiles(arguments.subList(behind, arguments.size()));
      }
    }
    return false;
  }

  /**
   * Returns the side that wins all conflicts of a merge: {@code ours} or {@code theirs}, if git was
   * given that as a strategy option. Git doesn't tell this to a merge driver.
   */
  public Optional<String> favored() {
    return ancestors().stream()
        .filter(arguments -> command(arguments).isPresent())
        .flatMap(arguments -> favored(arguments).stream())
        .findFirst();
  }

  private static Optional<String> favored(List<String> arguments) {
    for (int i = 1; i < arguments.size(); i++) {
      String last = arguments.get(i - 1);
      String argument = arguments.get(i);
      boolean separate = last.equals("-X") || last.equals("--strategy-option");
      String option = separate ? argument : argument.replaceFirst("^(-X|--strategy-option=)", "");
      boolean given = separate || option.length() < argument.length();
      if (given && (option.equals("ours") || option.equals("theirs"))) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }

  /** Returns its command, such as {@code add}. */
  private Optional<String> command() {
    return ancestors().stream().flatMap(arguments -> command(arguments).stream()).findFirst();
  }

  /** Returns the arguments of the processes that led to this one, the nearest first. */
  private List<List<String>> ancestors() {
    List<List<String>> all = new ArrayList<>();
    Optional<ProcessHandle> ancestor =
        world.ownsProcess() ? ProcessHandle.current().parent() : Optional.empty();
    for (int i = 0; i < MOST_ANCESTORS && ancestor.isPresent(); i++) {
      all.add(arguments(ancestor.get().pid()));
      ancestor = ancestor.get().parent();
    }
    return all;
  }

  private static List<String> arguments(long process) {
    try {
      byte[] bytes = FileBytes.read(Path.of("/proc/" + process + "/cmdline"), LONGEST);
      return List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\0"));
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Optional<String> command(List<String> arguments) {
    String program = arguments.isEmpty() ? "" : arguments.get(0);
    String name = program.substring(program.lastIndexOf('/') + 1);
    if (!name.equals("git")) {
      return name.startsWith("git-") ? Optional.of(name.substring(4)) : Optional.empty();
    }
    for (int i = 1; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("-")) {
        return Optional.of(argument);
      }
      if (WITH_VALUE.contains(argument)) {
        i++;
      }
    }
    return Optional.empty();
  }
}
