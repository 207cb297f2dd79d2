package dev.sealconf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.cli.CommandLines;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script of commands and the files it starts with, in the form of Go's txtar: commands up to the
 * first line {@code -- NAME --}, which starts a file. Lines that start with {@code #} are comments,
 * words in {@code '} hold blanks, {@code $NAME} is a variable of the script. The commands are the
 * cases of {@link #run(List, boolean)}; {@code !} in front of one turns it round.
 */
final class Script {
  private static final Pattern WORD = Pattern.compile("'((?:[^']|'')*)'|(\\S+)");
  private static final Pattern FILE = Pattern.compile("-- (\\S+) --");
  private static final Pattern VARIABLE = Pattern.compile("\\$([A-Z_]+)");

  private final Path folder;
  private final List<String> commands = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> secrets = new ArrayList<>();
  private final Map<String, byte[]> last = new HashMap<>(Map.of("stdout", new byte[0]));
  private Boolean consent;
  private Path directory;
  private byte[] input = {};
  private long seed;

  /** Reads a script, and writes its files into the folder. */
  Script(Path script, Path folder, Map<String, String> variables) throws IOException {
    this.folder = folder;
    this.directory = folder;
    environment.putAll(variables);
    environment.put("WORK", folder.toString());
    environment.put("HOME", folder.resolve("home").toString());
    Path file = null;
    for (String line : Files.readString(script).lines().toList()) {
      Matcher start = FILE.matcher(line);
      if (start.matches()) {
        file = folder.resolve(start.group(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
      } else if (file == null) {
        commands.add(line);
      } else {
        Files.writeString(file, expanded(line) + "\n", StandardOpenOption.APPEND);
      }
    }
  }

  /** Runs it to its end; fails with the line that went wrong. */
  void run() {
    int number = 0;
    for (String line : commands) {
      number++;
      List<String> words = words(line);
      if (!words.isEmpty() && !line.startsWith("#")) {
        try {
          boolean negated = words.get(0).equals("!");
          run(negated ? words.subList(1, words.size()) : words, negated);
        } catch (IOException e) {
          throw new UncheckedIOException("line " + number + ": " + line, e);
        } catch (AssertionError e) {
          throw new AssertionError(
              "line "
                  + number
                  + ": "
                  + line
                  + "\n"
                  + e.getMessage()
                  + "\n--- stdout\n"
                  + text("stdout")
                  + "\n--- stderr\n"
                  + text("stderr"),
              e);
        }
      }
    }
  }

  private void run(List<String> words, boolean not) throws IOException {
    String first = words.size() > 1 ? words.get(1) : "";
    switch (words.get(0)) {
      case "sealconf" -> start(words, not ? -1 : 0, "sealconf");
      case "sops" -> start(words, not ? -1 : 0, "sops");
      case "exits" -> start(words.subList(2, words.size()), Integer.parseInt(first), words.get(2));
      case "stdin" -> input = bytes(first);
      case "stdout", "stderr" -> search(words.get(0), words.get(1), not);
      case "grep" -> search(words.get(2), first, not);
      case "cmp" -> compare(first, words.get(2), not);
      case "exists" ->
          assertThat(Files.exists(path(first), LinkOption.NOFOLLOW_LINKS)).isNotEqualTo(not);
      case "env" -> environment.put(first.split("=", 2)[0], first.split("=", 2)[1]);
      case "note" -> note(first, text(bytes(words.get(2))), words.get(3));
      case "unset" -> environment.remove(first);
      case "mode" -> assertThat(mode(path(words.get(2)))).isEqualTo(first);
      case "chmod" ->
          Files.setPosixFilePermissions(path(words.get(2)), PosixFilePermissions.fromString(first));
      case "cp" -> Files.write(path(words.get(2)), bytes(first));
      case "mv" -> Files.move(path(first), path(words.get(2)), StandardCopyOption.REPLACE_EXISTING);
      case "replace" -> replace(first, words.get(2), words.get(3));
      case "mkdir" -> Files.createDirectories(path(first));
      case "rm" -> Files.delete(path(first));
      case "link" -> Files.createSymbolicLink(path(first), Path.of(words.get(2)));
      case "cd" -> directory = path(first);
      case "types" -> secrets.add(first);
      case "says" -> consent = first.equals("yes");
      default -> throw new IllegalArgumentException("no command " + words.get(0));
    }
  }

  /** Runs the program; {@code expected} is its exit code, or -1 for any but 0. */
  private void start(List<String> words, int expected, String calledAs) {
    TestWorld world = TestWorld.in(directory).seeded(++seed).withInput(input);
    environment.forEach(world::with);
    if (!secrets.isEmpty()) {
      world.withSecrets(secrets.toArray(String[]::new));
    }
    if (consent != null) {
      world.withConsent(consent);
    }
    int code = CommandLines.run(world.world(), calledAs, words.subList(1, words.size()));
    last.put("stdout", world.outBytes());
    last.put("stderr", world.err().getBytes(StandardCharsets.UTF_8));
    last.put("prompts", String.join("\n", world.prompts()).getBytes(StandardCharsets.UTF_8));
    input = new byte[0];
    secrets.clear();
    consent = null;
    if (expected < 0) {
      assertThat(code).as("exit code").isNotZero();
    } else {
      assertThat(code).as("exit code").isEqualTo(expected);
    }
  }

  private void search(String what, String expression, boolean not) throws IOException {
    String text = text(bytes(what));
    boolean found = Pattern.compile(expression, Pattern.MULTILINE).matcher(text).find();
    assertThat(found).as("%s has %s in it: %s", what, expression, text).isNotEqualTo(not);
  }

  /** Keeps what the first group of an expression finds, quoted so that it can be searched for. */
  private void note(String variable, String text, String expression) {
    Matcher matcher = Pattern.compile(expression, Pattern.MULTILINE).matcher(text);
    assertThat(matcher.find()).as("there is %s in: %s", expression, text).isTrue();
    environment.put(variable, Pattern.quote(matcher.group(1)));
  }

  private void compare(String one, String other, boolean not) throws IOException {
    if (not) {
      assertThat(bytes(one)).isNotEqualTo(bytes(other));
    } else {
      assertThat(new String(bytes(one), StandardCharsets.UTF_8))
          .isEqualTo(new String(bytes(other), StandardCharsets.UTF_8));
      assertThat(bytes(one)).isEqualTo(bytes(other));
    }
  }

  private void replace(String name, String old, String by) throws IOException {
    String text = Files.readString(path(name));
    String found = old.replace("\\n", "\n");
    assertThat(text).contains(found);
    Files.writeString(path(name), text.replace(found, by.replace("\\n", "\n")));
  }

  private static String mode(Path file) throws IOException {
    return "%o".formatted((int) Files.getAttribute(file, "unix:mode") & 0777);
  }

  private byte[] bytes(String name) throws IOException {
    return last.containsKey(name) ? last.get(name) : Files.readAllBytes(path(name));
  }

  private String text(String name) {
    return text(last.getOrDefault(name, new byte[0]));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Path path(String name) {
    return directory.resolve(name);
  }

  private List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(
          matcher.group(1) != null
              ? matcher.group(1).replace("''", "'")
              : expanded(matcher.group(2)));
    }
    return words;
  }

  private String expanded(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(environment.getOrDefault(m.group(1), m.group())));
  }
}
