package dev.sealconf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.keys.spi.KeyProvider;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A format, a provider and a command are one class each: no other class holds their names ({@code
 * docs/extending.md}).
 */
class OneClassEachTest {
  private static final Path CLASSES = Path.of("target/classes");

  /** A word of a text: a flag, a variable, or the start of a recipient. */
  private static final Pattern WORD = Pattern.compile("--[a-z][a-z-]*|[A-Z][A-Z_]+|\\w+…");

  /**
   * Names that are words of English, too, so that they count only where they are the whole text.
   */
  private static final Pattern PLAIN_WORD = Pattern.compile("[a-z]+");

  private static final Pattern TYPE = Pattern.compile("--(?:in|out)put-type ([a-z]+)");

  /** Classes that use one format or provider on purpose, and which. */
  private static final Map<String, Set<String>> ON_PURPOSE =
      Map.ofEntries(
          // notations of variables are not formats of encrypted files
          Map.entry("dev/sealconf/exec/notation/JsonNotation", Set.of("json")),
          Map.entry("dev/sealconf/exec/notation/DotenvNotation", Set.of("dotenv")),
          Map.entry("dev/sealconf/exec/notation/PropertiesNotation", Set.of("properties")),
          // a verb
          Map.entry("dev/sealconf/cli/exec/EnvCommand", Set.of("env")),
          // set takes a value as JSON, whatever the file is
          Map.entry("dev/sealconf/operation/value/JsonValue", Set.of("json")),
          // a form of reports
          Map.entry("dev/sealconf/cli/git/report/JsonReport", Set.of("json")),
          Map.entry("dev/sealconf/cli/git/DiffCommand", Set.of("json")),
          // a merge driver of git's own
          Map.entry("dev/sealconf/git/setup/DriverSettings", Set.of("binary")),
          // its flag --json
          Map.entry("dev/sealconf/cli/access/WhoCommand", Set.of("json")),
          Map.entry("dev/sealconf/session/task/WhoOpens", Set.of("json")),
          // what users of other programs type, and the flag that does the same here
          Map.entry("dev/sealconf/cli/option/KnownWords", Set.of("--age")));

  @Test
  void noOtherClassHoldsTheNameOfAFormatOrAProvider() throws IOException {
    Set<String> names = names();
    names.addAll(changeFlags());
    Map<String, Set<String>> found = new TreeMap<>();
    for (Path file : classes("document/format/", "keys/providers/")) {
      Set<String> held = namesIn(strings(Files.readAllBytes(file)), names);
      held.removeAll(ON_PURPOSE.getOrDefault(name(file), Set.of()));
      if (!held.isEmpty()) {
        found.put(name(file), new TreeSet<>(held));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void eachNameIsFoundWhereItBelongs() throws IOException {
    Set<String> names = names();
    Set<String> held = new HashSet<>();
    try (Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        held.addAll(strings(Files.readAllBytes(file)));
      }
    }
    assertThat(namesIn(held, names)).containsAll(names);
  }

  @Test
  void namesAreFoundInTheMiddleOfAText() {
    assertThat(namesIn(Set.of("try --age age1…: it", "say --input-type ini"), names()))
        .containsExactlyInAnyOrder("--age", "age1…", "ini");
    assertThat(namesIn(Set.of("a binary file of that age"), names())).isEmpty();
  }

  @Test
  void noOtherClassNamesTheClassOfACommand() throws IOException {
    Set<String> commands = new TreeSet<>();
    for (Path file : classes()) {
      if (name(file).matches("dev/sealconf/cli/(access|command|exec|leak)/\\w+Command")
          && !name(file).endsWith("/Command")) {
        commands.add(name(file));
      }
    }
    Path dispatch = CLASSES.resolve("dev/sealconf/cli/Commands.class");
    assertThat(commands).hasSizeGreaterThan(10);
    assertThat(utf8(Files.readAllBytes(dispatch))).doesNotContainAnyElementsOf(commands);
  }

  /** The names that these texts are, or have as one of their words. */
  private static Set<String> namesIn(Set<String> texts, Set<String> names) {
    Set<String> found = new HashSet<>(texts);
    for (String text : texts) {
      WORD.matcher(text).results().map(MatchResult::group).forEach(found::add);
      TYPE.matcher(text).results().map(type -> type.group(1)).forEach(found::add);
    }
    found.retainAll(names);
    return found;
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (DocumentFormat format : new DocumentFormats().all()) {
      names.add(format.name());
      names.addAll(format.aliases());
    }
    for (KeyProvider provider : KeyProviders.installed().builtIn()) {
      names.add(provider.id());
      names.addAll(provider.flag().names());
      provider.example().ifPresent(names::add);
      names.add(provider.flag().environment());
    }
    return names;
  }

  /** The flags of {@code rotate} that follow from the flags of providers. */
  private static Set<String> changeFlags() {
    return names().stream()
        .filter(name -> name.startsWith("--"))
        .flatMap(flag -> Stream.of("--add-" + flag.substring(2), "--rm-" + flag.substring(2)))
        .collect(Collectors.toSet());
  }

  private static List<Path> classes(String... but) throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> Stream.of(but).noneMatch(part -> name(file).contains(part)))
          .toList();
    }
  }

  private static String name(Path file) {
    String name = CLASSES.relativize(file).toString().replace('\\', '/');
    return name.substring(0, name.length() - ".class".length()).replaceAll("\\$.*", "");
  }

  /** The string constants of a class file (The Java Virtual Machine Specification, section 4.4). */
  private static Set<String> strings(byte[] classFile) throws IOException {
    return constants(classFile, true);
  }

  /** All texts in the constant pool, names of classes among them. */
  private static Set<String> utf8(byte[] classFile) throws IOException {
    return constants(classFile, false);
  }

  private static Set<String> constants(byte[] classFile, boolean stringsAlone) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
    in.readLong();
    int count = in.readUnsignedShort();
    Map<Integer, String> texts = new TreeMap<>();
    Set<Integer> strings = new HashSet<>();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(i, in.readUTF());
        case 8 -> strings.add(in.readUnsignedShort());
        case 7, 16, 19, 20 -> in.readUnsignedShort();
        case 15 -> in.skipBytes(3);
        case 5, 6 -> {
          in.readLong();
          i++;
        }
        default -> in.readInt();
      }
    }
    Set<String> found = new HashSet<>(texts.values());
    if (stringsAlone) {
      texts.keySet().retainAll(strings);
      found = new HashSet<>(texts.values());
    }
    return found;
  }
}
