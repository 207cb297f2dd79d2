package dev.sealconf.git.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A script of {@code testdata/git}, whose README explains the language.
 *
 * @param name the file's name without {@code .txt}
 * @param modes those it is for
 * @param kinds the formats it is for
 * @param forges whether it makes a blob that must not open
 * @param lines its lines, of which the first is number 1
 */
public record Scenario(
    String name, Set<Mode> modes, Set<Kind> kinds, boolean forges, List<String> lines) {

  private static final Pattern WANTED = Pattern.compile(System.getProperty("scenario", ""));

  private static final String TESTS = System.getenv().getOrDefault("SEALCONF_GIT_TESTS", "few");

  /** Those that run when few tests are wanted: one for each kind of thing that can go wrong. */
  private static final Set<String> FEW =
      Set.of(
          "add-commit-checkout-touch",
          "broken-file",
          "cache-lost",
          "clone-without-key",
          "commit-path",
          "merge-conflict",
          "merge-different-keys",
          "move",
          "new-keys",
          "rebase",
          "stash",
          "switch-branches");

  /** How a protected file looks in the work tree. */
  public enum Mode {
    /** Plain: git's filter encrypts it. */
    TRANSPARENT,
    /** Encrypted. */
    SEALED
  }

  /** Reads a script. */
  public static Scenario read(Path file) throws IOException {
    Set<Mode> modes = EnumSet.allOf(Mode.class);
    Set<Kind> kinds = EnumSet.allOf(Kind.class);
    List<String> lines = new ArrayList<>();
    boolean forges = false;
    for (String line : Files.readAllLines(file)) {
      List<String> words = Arrays.asList(line.split(" "));
      if (words.get(0).equals("modes")) {
        modes.removeIf(mode -> !words.contains(mode.name().toLowerCase(Locale.ROOT)));
        lines.add("");
      } else if (words.get(0).equals("formats")) {
        kinds.removeIf(kind -> !words.contains(kind.extension()));
        lines.add("");
      } else if (line.equals("forges")) {
        forges = true;
        lines.add("");
      } else {
        lines.add(line);
      }
    }
    return new Scenario(
        file.getFileName().toString().replace(".txt", ""),
        modes,
        kinds,
        forges,
        List.copyOf(lines));
  }

  /**
   * Whether to run it in this mode for this kind. The variable {@code SEALCONF_GIT_TESTS} says how
   * many are wanted: {@code all}, {@code some}, which are those for each script's first format, or
   * {@code few}, the default. {@code -Dscenario=REGEX} limits them to those in whose name it is
   * found, such as {@code move TRANSPARENT YAML}.
   */
  public boolean isWanted(Mode mode, Kind kind) {
    boolean wanted =
        TESTS.equals("all") || isFirst(kind) && (TESTS.equals("some") || FEW.contains(name));
    return wanted && WANTED.matcher(name + " " + mode + " " + kind).find();
  }

  /** Whether the packaged program runs it, too, which takes longer: one format, if not just few. */
  public boolean isWantedPackaged(Mode mode, Kind kind) {
    return isFirst(kind)
        && (TESTS.equals("all") || FEW.contains(name))
        && WANTED.matcher(name + " " + mode + " " + kind).find();
  }

  private boolean isFirst(Kind kind) {
    return kind == kinds.iterator().next();
  }

  /** All scripts in the order of their names. */
  public static List<Scenario> all() throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(Path.of("testdata/git"))) {
      files = list.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    List<Scenario> all = new ArrayList<>();
    for (Path file : files) {
      all.add(read(file));
    }
    return all;
  }
}
