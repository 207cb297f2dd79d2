package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What takes time at a start, counted instead of timed: classes, where they come from, and key
 * providers ({@code docs/performance.md §where}).
 */
class StartCountsIT {
  /** Classes made while it runs, which no archive can hold, and a few events of the JDK. */
  private static final int OUTSIDE = 6;

  /** The bridge to the C library, which replaces the process from Java 22 on, is made so. */
  private static final int OUTSIDE_TO_START_PROGRAMS = 60;

  private static final Pattern ARCHIVE =
      Pattern.compile("(?:SharedArchiveFile|AOTCache) +=.*/cds/(\\w+)");
  private static final Pattern PROVIDER =
      Pattern.compile("Initializing 'dev/sealconf/keys/providers/(\\w+KeyProvider)'");

  @TempDir Path root;
  private Packaged sealconf;
  private Path program;

  /**
   * A command and what it may take.
   *
   * @param archive the archive that it starts from
   * @param most how many classes it may load on Java 17
   * @param mostAhead the same on Java 25, which loads all classes of the archive
   * @param providers how many key providers it makes
   */
  private record Start(String archive, int most, int mostAhead, int providers, List<String> words) {

    int outside() {
      return startsProgram() ? OUTSIDE_TO_START_PROGRAMS : OUTSIDE;
    }

    boolean startsProgram() {
      return archive.equals("run");
    }

    int mostOn(Path java) {
      return Javas.version(java) < 25 ? most : mostAhead;
    }
  }

  private static final List<Start> STARTS =
      List.of(
          new Start("brief", 680, 1000, 0, List.of("--version")),
          new Start("read", 1400, 2150, 1, List.of("decrypt", "sealed.yaml")),
          new Start("read", 1400, 2150, 1, List.of("-d", "sealed.yaml")),
          new Start("write", 1650, 2700, 8, List.of("encrypt", "plain.yaml")),
          new Start(
              "write", 1650, 2700, 1, List.of("set", "sealed.yaml", "[\"key1\"]", "\"other\"")),
          new Start("run", 1500, 2850, 1, List.of("exec-env", "sealed.env", "true")));

  static Stream<Path> javas() {
    return Javas.all();
  }

  @ParameterizedTest
  @MethodSource("javas")
  void eachCommandLoadsFewClassesAllFromItsArchive(Path java) throws Exception {
    prepare(java);
    SoftAssertions all = new SoftAssertions();
    for (Start start : STARTS) {
      String shown = start.words().toString();
      List<String> loaded = log(start, "class+load");
      all.assertThat(loaded.stream().filter(line -> !line.contains("shared objects file")))
          .as(shown + ": classes from another place than the archive")
          .hasSizeLessThanOrEqualTo(start.outside());
      all.assertThat(loaded.size())
          .as(shown + ": classes loaded")
          .isBetween(300, start.mostOn(java));
      all.assertThat(matches(PROVIDER, log(start, "class+init=info")))
          .as(shown + ": key providers made")
          .hasSize(start.providers());
      if (!start.startsProgram()) { // whose streams those of the virtual machine become
        all.assertThat(matches(ARCHIVE, run(start, "-XX:+PrintFlagsFinal").lines().toList()))
            .as(shown + ": archive")
            .containsExactly(start.archive());
      }
    }
    all.assertAll();
  }

  /** A distribution with archives for this Java, and a folder with files. */
  private void prepare(Path java) throws Exception {
    Path folder = Files.createDirectories(root.toRealPath().resolve("work"));
    sealconf = new Packaged(folder).withKey().with("JAVA_HOME", java.toString());
    Path made = Copies.exact(Packaged.DISTRIBUTION, root.toRealPath().resolve("made"));
    program = made.resolve("bin/sealconf");
    Result archives =
        sealconf.shell(
            "cd '" + made + "' && sh libexec/make-archive . \"$JAVA_HOME\" \"$PWD/cds\"");
    assertThat(archives.exit()).as(archives.err()).isZero();
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      yaml.append("key").append(i).append(": value number ").append(i).append('\n');
    }
    for (String name : List.of("plain.yaml", "sealed.yaml", "sealed.env")) {
      String text = yaml.toString();
      Files.writeString(
          folder.resolve(name), name.endsWith(".env") ? text.replace(": ", "=") : text);
    }
    assertThat(sealconf.run(program, "encrypt", "-i", "sealed.yaml", "sealed.env").exit()).isZero();
  }

  /** The lines of the virtual machine's log of this kind. */
  private List<String> log(Start start, String kind) throws IOException, InterruptedException {
    Path log = Files.createTempFile(root, "start", ".log");
    run(start, "-Xlog:" + kind + ":file=" + log);
    return Files.readAllLines(log);
  }

  /** Runs the command, which has to succeed, and returns what it printed. */
  private String run(Start start, String options) throws IOException, InterruptedException {
    sealconf.with("SEALCONF_JAVA_OPTIONS", options);
    Result result = sealconf.run(program, start.words().toArray(String[]::new));
    assertThat(result.exit()).as(start.words() + result.err()).isZero();
    return result.out() + result.err();
  }

  private static List<String> matches(Pattern pattern, List<String> lines) {
    return lines.stream()
        .flatMap(line -> pattern.matcher(line).results())
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }
}
