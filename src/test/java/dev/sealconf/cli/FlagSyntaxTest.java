package dev.sealconf.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.option.Arguments;
import dev.sealconf.cli.option.CommandSpec;
import dev.sealconf.cli.option.Flag;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.TestWorld;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Command lines are read as picocli reads them when it is set to Go's syntax of flags. */
class FlagSyntaxTest {
  private static final long SEED = 20260102;
  private static final int LINES_PER_COMMAND = 300;

  /** Words that a parser may take for something else. */
  private static final List<String> ODD_WORDS =
      List.of(
          "",
          " ",
          "-",
          "--",
          "---",
          "=",
          "-=",
          "--=",
          "-=x",
          "--=x",
          "---x",
          "a=b",
          "@a.yaml",
          "a.yaml",
          "true",
          "T",
          "0",
          "False",
          "perhaps",
          "--nope",
          "-x.yaml",
          "--in-plcae=secret",
          "-1",
          "-0x1F",
          "-#ff",
          "-017",
          "-1e5",
          "-Infinity",
          "-NaN",
          "-1d",
          " -1",
          "-1 ",
          "-1-",
          "-i",
          "-ix",
          "-yes",
          "--h",
          "--verbose",
          "--verbose=false",
          "--config",
          "--config=",
          "\"quoted\"",
          "'a'",
          "a b",
          "${HOME}",
          "%s",
          "\\",
          "a,b",
          "größe",
          "-größe",
          "--größe=ö",
          "日本",
          "🔑",
          "-🔑",
          "\u2028",
          "create",
          "tink");

  @TempDir Path folder;

  private final Random random = new Random(SEED);

  @Test
  void randomLinesMeanWhatTheyMeanToPicocli() {
    Map<String, Integer> kinds = new TreeMap<>();
    try (Session session = new Session(TestWorld.in(folder).world())) {
      for (Command command : new Commands(session).pages()) {
        CommandSpec spec = command.declared();
        PicocliParser picocli = new PicocliParser(spec);
        for (int i = 0; i < LINES_PER_COMMAND; i++) {
          List<String> line = line(spec.flags());
          Object ours = outcome(args -> Arguments.parse(spec, args), line);
          assertThat(ours)
              .as("%s %s", command.name(), line)
              .isEqualTo(outcome(picocli::parse, line));
          kinds.merge(kind(ours), 1, Integer::sum);
        }
      }
    }
    assertThat(kinds.keySet()).containsExactly("malformed", "missing", "read", "unknown");
    assertThat(kinds.values()).allMatch(count -> count > 100);
  }

  /** Picocli takes this word for {@code false} because its own code does. */
  @Test
  void nullIsNoBoolean() {
    try (Session session = new Session(TestWorld.in(folder).world())) {
      CommandSpec spec = new Commands(session).named("decrypt").orElseThrow().declared();
      assertThatThrownBy(() -> Arguments.parse(spec, List.of("--verbose=null")))
          .hasMessage("the value of --verbose is not true or false");
    }
  }

  /** What is read, or how it is refused. */
  private static Object outcome(Function<List<String>, Overrides> parser, List<String> line) {
    try {
      return parser.apply(line);
    } catch (SealconfException e) {
      return e.getMessage() + "\n" + String.join("\n", e.hints());
    }
  }

  private static String kind(Object outcome) {
    String text = outcome instanceof String refusal ? refusal.lines().findFirst().orElse("") : "";
    return text.isEmpty()
        ? "read"
        : text.endsWith("needs a value")
            ? "missing"
            : text.endsWith("true or false") ? "malformed" : "unknown";
  }

  private List<String> line(List<Flag> flags) {
    List<String> line = new ArrayList<>();
    int words = random.nextInt(6);
    while (line.size() < words) {
      if (random.nextInt(3) == 0) {
        line.add(anyOf(ODD_WORDS));
      } else {
        addFlag(line, anyOf(flags));
      }
    }
    return line;
  }

  private void addFlag(List<String> line, Flag flag) {
    String typed = (random.nextBoolean() ? "-" : "--") + anyOf(flag.names());
    boolean attached = random.nextInt(3) == 0;
    if (attached) {
      typed += "=" + (flag.takesValue() || random.nextBoolean() ? anyOf(ODD_WORDS) : "T");
    }
    line.add(typed);
    if (!attached && flag.takesValue() && random.nextInt(8) > 0) {
      line.add(random.nextBoolean() ? "value" : anyOf(ODD_WORDS));
    }
  }

  private <T> T anyOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
