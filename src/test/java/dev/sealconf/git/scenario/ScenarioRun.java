package dev.sealconf.git.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.git.scenario.Sandbox.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a scenario in a mode, for files of a kind. After each step, it searches what git stores. */
public final class ScenarioRun {
  private static final Pattern WORD = Pattern.compile("'((?:[^']|'')*)'|(\\S+)");
  private static final Pattern VARIABLE = Pattern.compile("\\$([A-Z_]+)");
  private static final Pattern CONDITION = Pattern.compile("\\[(!?)([a-z]+)] (.*)");

  private final Scenario scenario;
  private final Scenario.Mode mode;
  private final Kind kind;
  private final Sandbox sandbox;
  private final boolean packaged;
  private final WorkFiles files;
  private final Map<String, String> variables = new HashMap<>();
  private Path folder;
  private List<String> expectedStatus = List.of();
  private Result last;

  /**
   * A run in an empty sandbox.
   *
   * @param packaged whether the program runs in processes of its own
   */
  public ScenarioRun(
      Scenario scenario, Scenario.Mode mode, Kind kind, Sandbox sandbox, boolean packaged)
      throws IOException {
    this.scenario = scenario;
    this.mode = mode;
    this.kind = kind;
    this.sandbox = sandbox;
    this.packaged = packaged;
    files = new WorkFiles(sandbox, mode);
    folder = sandbox.repository("main", mode == Scenario.Mode.TRANSPARENT);
    variables.put("SECRET", sandbox.marker);
    variables.put("ROOT", sandbox.root().toString());
    for (int i = 1; i <= 3; i++) {
      variables.put(List.of("ALICE", "BOB", "CAROL").get(i - 1), Sandbox.recipient("age-" + i));
    }
  }

  /** Runs all lines; fails with the line that went wrong. */
  public void run() {
    List<String> lines = new ArrayList<>();
    for (String line : scenario.lines()) {
      lines.add(ofThisRun(line));
    }
    for (int i = 0; i < lines.size(); i++) {
      List<String> words = words(lines.get(i));
      if (!words.isEmpty()) {
        String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
        try {
          step(words, next.equals("status") || next.startsWith("status "));
        } catch (IOException | RuntimeException | AssertionError e) {
          throw new AssertionError(
              "%s.txt:%d: %s\n%s\nlast: %s"
                  .formatted(scenario.name(), i + 1, lines.get(i), e.getMessage(), last),
              e);
        }
      }
    }
  }

  /** The line without its conditions; empty if one of them is not met, or if it is a comment. */
  private String ofThisRun(String line) {
    Matcher matcher = CONDITION.matcher(line);
    if (line.startsWith("#")) {
      return "";
    }
    if (!matcher.matches()) {
      return line;
    }
    String word = matcher.group(2);
    boolean met =
        word.equals(kind.extension())
            || word.equalsIgnoreCase(mode.name())
            || packaged && word.equals("packaged");
    return met == matcher.group(1).isEmpty() ? ofThisRun(matcher.group(3)) : "";
  }

  private void step(List<String> words, boolean statusFollows) throws IOException {
    boolean not = words.get(0).equals("!");
    List<String> step = not ? words.subList(1, words.size()) : words;
    List<String> rest = step.subList(1, step.size());
    String first = rest.isEmpty() ? "" : rest.get(0);
    String second = rest.size() < 2 ? "" : rest.get(1);
    switch (step.get(0)) {
      case "git" -> git(rest, not, statusFollows);
      case "sealconf" -> end(sandbox.sealconf(folder, array(rest)), not);
      case "sh" -> end(sandbox.run(folder, List.of("sh", "-c", first)), not);
      case "status" -> {
        expectedStatus = rest.stream().sorted().toList();
        status();
      }
      case "stdout" -> search(last.out(), first, not);
      case "stderr" -> search(last.err(), first, not);
      case "contains" -> search(files.text(path(first)), second, not);
      case "sealed" -> assertThat(files.isSealed(path(first))).isNotEqualTo(not);
      case "exists" -> assertThat(Files.exists(path(first))).isNotEqualTo(not);
      case "same" -> assertThat(output(first).equals(output(second))).isNotEqualTo(not);
      case "holds" -> files.requireHolds(path(first), values(rest));
      case "note" -> variables.put(first, output(second));
      default -> change(step.get(0), rest);
    }
    sandbox.scan();
  }

  private void git(List<String> words, boolean fails, boolean statusFollows) throws IOException {
    end(sandbox.git(folder, array(words)), fails);
    if (!statusFollows && !words.get(0).equals("clone")) {
      status();
    }
  }

  private void change(String step, List<String> rest) throws IOException {
    String first = rest.get(0);
    String second = rest.size() < 2 ? "" : rest.get(1);
    switch (step) {
      case "write" -> files.write(path(first), values(rest));
      case "plain" -> files.writePlain(path(first), values(rest));
      case "seal" -> files.writeSealed(path(first), values(rest));
      case "text" -> Files.writeString(path(first), second.replace("\\n", "\n"));
      case "touch" -> files.touch(path(first));
      case "mkdir" -> Files.createDirectories(path(first));
      case "rm" -> Files.delete(path(first));
      case "mv" -> Files.move(path(first), path(second), StandardCopyOption.REPLACE_EXISTING);
      case "cp" -> Files.copy(path(first), path(second), StandardCopyOption.REPLACE_EXISTING);
      case "cd" -> folder = path(first).normalize();
      case "key" -> sandbox.useKey(first);
      case "settings" -> sandbox.useSettings(first);
      case "env" -> sandbox.set(first, second);
      case "unset" -> sandbox.unset(first);
      default -> throw new IllegalArgumentException("no step " + step);
    }
  }

  private void end(Result result, boolean fails) {
    last = result;
    assertThat(result.exit() != 0).as("failure of the command").isEqualTo(fails);
  }

  private void status() throws IOException {
    List<String> status = sandbox.status(folder).stream().sorted().toList();
    assertThat(status).as("git status").isEqualTo(expectedStatus);
  }

  /** What git prints for these words of its command line. */
  private String output(String words) throws IOException {
    return sandbox.git(folder, words.split(" ")).expectOk().out().strip();
  }

  private static void search(String text, String expression, boolean not) {
    boolean found = Pattern.compile(expression, Pattern.MULTILINE).matcher(text).find();
    assertThat(found).as("%s is in: %s", expression, text).isNotEqualTo(not);
  }

  /** {@code a=b} is a value that is known as secret. */
  private Map<String, String> values(List<String> words) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String word : words.subList(1, words.size())) {
      String[] parts = word.split("=", 2);
      values.put(parts[0], parts[1] + "-" + sandbox.marker);
    }
    return values;
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  private static String[] array(List<String> words) {
    return words.toArray(String[]::new);
  }

  private List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      String word =
          matcher.group(1) != null ? matcher.group(1).replace("''", "'") : matcher.group(2);
      words.add(expanded(word.replace("EXT", kind.extension())));
    }
    return words;
  }

  private String expanded(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(variables.getOrDefault(m.group(1), m.group())));
  }
}
