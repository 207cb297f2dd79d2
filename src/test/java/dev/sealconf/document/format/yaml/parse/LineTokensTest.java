package dev.sealconf.document.format.yaml.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.SourceText;
import dev.sealconf.document.format.yaml.source.YamlSource;
import dev.sealconf.error.SealconfException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.tokens.Token;

/** Holds the tokens of simple lines to those that SnakeYAML Engine finds in the same text. */
class LineTokensTest {
  private static final int TEXTS = Integer.getInteger("sealconf.texts", 20_000);
  private static final String[] INDENTS = {
    "", "", "", "  ", "  ", "    ", " ", "- ", "  - ", "- - "
  };
  private static final String[] KEYS = {
    "a: ",
    "b: ",
    "long key: ",
    "\"q\": ",
    "'s' : ",
    "c:",
    "d :",
    "-e: ",
    "<<: ",
    "1: ",
    "",
    "? ",
    "&x f: ",
    "*x : ",
    "!!str g: ",
    "\"\\x41\": ",
    "\"\\\"\" : ",
    "k#: ",
    "k #: "
  };
  private static final String[] VALUES = {
    "",
    "",
    "plain",
    "two words ",
    "ENC[AES256_GCM,data:a+b/=,iv:x,tag:y,type:str]",
    "\"quoted\"",
    "\"esc \\n \\\" \\\\\"",
    "\"\\u0041\"",
    "'it''s'",
    "'open",
    "\"open",
    "|",
    "|-",
    "|+",
    "| # c",
    ">",
    "[]",
    "{}",
    "[] ",
    "{} # c",
    "[a, b]",
    "{a: b}",
    "a: b",
    "- x",
    "-1",
    "-",
    "--- ",
    "x # comment",
    "x#no",
    "# comment",
    "http://x:1/#y",
    "@bad",
    "`bad",
    "%bad",
    "&y z",
    "*x",
    "!t u",
    "?",
    ":",
    "a:",
    "~",
    "."
  };
  private static final String[] LINES = {
    "",
    "  ",
    "# c",
    "  # c",
    "    # c",
    "---",
    "--- ",
    "---x",
    "...",
    "%YAML 1.2",
    "text",
    "  text",
    "    text",
    "      text",
    "-",
    "  -",
    "<<<<",
    "key",
    "\ttab: x",
    "\u00e9: x",
    "x: \u00e9"
  };

  @Test
  void randomLinesHaveTheTokensOfTheEngine() {
    int plain = 0;
    for (int seed = 0; seed < TEXTS; seed++) {
      YamlSource source = source(text(new Random(seed)));
      if (source != null && source.plainLines) {
        plain++;
        assertSameTokens("seed " + seed + ":\n" + source.textFrom(0), source);
      }
    }
    assertThat(plain).isGreaterThan(TEXTS / 3);
  }

  @Test
  void filesHaveTheTokensOfTheEngine() throws IOException {
    int plain = 0;
    try (Stream<Path> files = Files.walk(Path.of("testdata"))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        YamlSource source = source(Files.readAllBytes(file));
        if (source != null && source.plainLines) {
          plain++;
          assertSameTokens(file.toString(), source);
        }
      }
    }
    assertThat(plain).isGreaterThan(100);
  }

  @Test
  void aSealedFileIsReadWithoutTheEngine() {
    String text =
        """
        # a comment
        a:
            b: ENC[AES256_GCM,data:Zg==,iv:AA==,tag:AA==,type:str] # c
            list:
                - "x"
                - c: 'y'
        empty: {}
        sops:
            age:
                - enc: |
                    -----BEGIN AGE ENCRYPTED FILE-----
                    -----END AGE ENCRYPTED FILE-----
                  recipient: age1
            version: 3.13.3
        """;
    LineScanner lines = new LineScanner(text.getBytes(StandardCharsets.UTF_8));
    List<String> keys = new ArrayList<>();
    for (YamlToken token = lines.entry(); token != null; token = token.next) {
      keys.add(token.id.name());
      if (token.next == null && token.id != Token.ID.StreamEnd) {
        token.next = lines.entry();
      }
    }
    assertThat(keys).endsWith("StreamEnd");
  }

  /** The engine, which looks ahead for colons, may fail before it gives out the last scalar. */
  private static void assertSameTokens(String text, YamlSource source) {
    List<String> found = tokens(new LineTokens(source));
    List<String> expected = tokens(new EngineTokens(source));
    boolean fails = !expected.get(expected.size() - 1).startsWith("StreamEnd ");
    if (fails && found.size() > expected.size()) {
      assertThat(found.get(expected.size() - 1)).as(text).startsWith("Scalar ");
      found.remove(expected.size() - 1);
    }
    assertThat(found).as(text).isEqualTo(expected);
  }

  private static byte[] text(Random random) {
    StringBuilder out = new StringBuilder();
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      if (random.nextInt(6) == 0) {
        out.append(pick(random, LINES));
      } else {
        boolean simple = random.nextInt(4) > 0;
        out.append(pick(random, INDENTS))
            .append(simple ? KEYS[random.nextInt(4)] : pick(random, KEYS))
            .append(simple ? VALUES[random.nextInt(7)] : pick(random, VALUES));
      }
      out.append(i == count - 1 && random.nextInt(4) == 0 ? "" : "\n");
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String pick(Random random, String[] words) {
    return words[random.nextInt(words.length)];
  }

  /** The text, or null if it is refused before its tokens are asked for. */
  private static YamlSource source(byte[] bytes) {
    try {
      return new YamlSource(new SourceText("file", bytes));
    } catch (SealconfException refused) {
      return null;
    }
  }

  private static List<String> tokens(TokenSource source) {
    List<String> tokens = new ArrayList<>();
    try {
      YamlToken token;
      do {
        token = source.next();
        tokens.add(
            "%s %d-%d column %d to %d:%d %s %s"
                .formatted(
                    token.id.name(),
                    token.start,
                    token.end,
                    token.column,
                    token.endLine,
                    token.endColumn,
                    token.style,
                    token.value));
      } while (token.id != Token.ID.StreamEnd);
    } catch (SealconfException e) {
      tokens.add(e.getMessage() + " at " + e.location());
    }
    return tokens;
  }
}
