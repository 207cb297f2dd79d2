package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.docs.Page;
import dev.sealconf.docs.Page.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Types what the pages say into bash, one page after the other, and compares what is printed. The
 * reader is Ada. She has a key, and a repository with an few encrypted files.
 */
class PagesIT {
  private static final String START = "@@ starts\n";
  private static final Pattern END = Pattern.compile("(?m)^@@ (\\d+)\n");
  private static final Pattern PROGRAM = Pattern.compile("sh needs ([a-z-]+)");

  private static final String REPOSITORY =
      """
      exec 2>&1
      set -euo pipefail
      mkdir prod test k8s
      printf 'database:\\n  host: db.internal\\n  password: hunter2\\n' > app.yaml
      printf 'token: x5ca\\n' > secrets.yaml
      printf 'DB_USER=billing\\nDB_PASSWORD=hunter2\\n' > .env
      git init --quiet
      sealconf init --yes
      sealconf encrypt -i app.yaml .env
      run() { echo '@@ starts'; set +e; eval "$1"; code=$?; set -e; printf '\\n@@ %s\\n' $code; }
      """;

  @TempDir Path folder;

  static List<Page> pages() throws IOException {
    return Page.all().stream()
        .filter(page -> !page.file().endsWith("extending.md")) // ThirdPartyTest follows it
        .filter(page -> page.blocks().stream().anyMatch(PagesIT::runs))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void doesWhatThePageSays(Page page) throws IOException, InterruptedException {
    List<Transcript> transcripts = new ArrayList<>();
    StringBuilder script = new StringBuilder(REPOSITORY);
    for (Block block : page.blocks()) {
      script.append(typed(block, transcripts));
    }
    Packaged.Result result = reader().bash(script.toString());

    assertThat(result.exit()).as(result.out()).isZero();
    List<String> parts = List.of(END.split(result.out()));
    List<String> codes = END.matcher(result.out()).results().map(m -> m.group(1)).toList();
    assertThat(codes).hasSameSizeAs(transcripts);
    for (int i = 0; i < transcripts.size(); i++) {
      String printed = parts.get(i).substring(parts.get(i).indexOf(START) + START.length());
      transcripts.get(i).compare(page, printed, codes.get(i));
    }
  }

  @Test
  void aBlockThatIsNotRunUsesTheProgramThatItNames() throws IOException {
    for (Page page : Page.all()) {
      for (Block block : page.blocks()) {
        if (block.kind().startsWith("sh ")) {
          var program = PROGRAM.matcher(block.kind());
          assertThat(program.matches()).as("%s:%d", page, block.line()).isTrue();
          assertThat(block.text()).as("%s:%d", page, block.line()).contains(program.group(1));
        }
      }
    }
  }

  /** Maven is the reader's only in a clone, where {@code .ci/run} types the same blocks. */
  private static boolean runs(Block block) {
    return (block.kind().equals("sh") || block.kind().equals("console"))
        && !block.text().startsWith("mvn ");
  }

  private static String typed(Block block, List<Transcript> transcripts) {
    if (!block.fileName().isEmpty()) {
      return written(block);
    } else if (block.text().startsWith("#!")) {
      return "sh -n <<'END-OF-SCRIPT'\n" + block.text() + "END-OF-SCRIPT\n";
    } else if (!runs(block)) {
      return "";
    } else if (block.kind().equals("sh")) {
      return block.text();
    }
    List<Transcript> here = Transcript.of(block);
    String commands =
        here.stream()
            .map(t -> "run '" + t.command().replace("'", "'\\''") + "'\n")
            .collect(Collectors.joining());
    transcripts.addAll(here);
    return commands;
  }

  /** Writes a file of the page; one that is a {@code .sops.yaml} causes no warning. */
  private static String written(Block block) {
    String file = block.fileName();
    String write =
        "mkdir -p \"$(dirname %s)\"\ncat > %s <<'END-OF-FILE'\n%sEND-OF-FILE\n"
            .formatted(file, file, block.text());
    return file.equals(".sops.yaml")
        ? write + "warnings=$(sealconf explain any.yaml 2>&1 >/dev/null) && test -z \"$warnings\"\n"
        : write;
  }

  private Packaged reader() throws IOException {
    Packaged reader = new Packaged(Files.createDirectory(folder.resolve("repository")));
    Path keys = Files.createDirectories(reader.home().resolve(".config/sops/age"));
    Path key = Files.copy(Path.of("testdata/keys/age-1.txt"), keys.resolve("keys.txt"));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      reader.with("GIT_" + who + "_NAME", "Ada").with("GIT_" + who + "_EMAIL", "ada@example.com");
    }
    return reader.with("ADA", recipient("age-1.txt")).with("BOB", recipient("age-2.txt"));
  }

  private static String recipient(String key) throws IOException {
    return Files.readString(Path.of("testdata/keys", key))
        .replaceAll("(?s).*public key: (\\w+).*", "$1");
  }

  /** A command in a block, and what the page says that it prints. */
  private record Transcript(int line, String command, String printed) {
    private static final Pattern ERROR = Pattern.compile("(?m)^sealconf: error: ");

    static List<Transcript> of(Block block) {
      List<Transcript> transcripts = new ArrayList<>();
      for (String part : block.text().split("(?m)^\\$ ")) {
        if (!part.isEmpty()) {
          String[] both = part.split("\n", 2);
          transcripts.add(new Transcript(block.line(), both[0], both[1]));
        }
      }
      return transcripts;
    }

    void compare(Page page, String actual, String code) {
      String where = "%s:%d: $ %s\n%s".formatted(page, line, command, actual);
      assertThat(actual.stripTrailing()).as(where).matches(pattern());
      assertThat(code.equals("0")).as(where).isNotEqualTo(ERROR.matcher(printed).find());
    }

    private Pattern pattern() {
      String lines =
          printed
              .stripTrailing()
              .lines()
              .map(text -> text.equals("…") ? "(?s:.*)" : anyTextFor(text))
              .collect(Collectors.joining("\n"));
      return Pattern.compile(lines);
    }

    private static String anyTextFor(String text) {
      return Stream.of(text.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }
  }
}
