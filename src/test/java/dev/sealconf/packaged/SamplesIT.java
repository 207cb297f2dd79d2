package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.library.Keys;
import dev.sealconf.packaged.MavenProject.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs of {@code docs/samples}. Maven compiles each from its own POM against the packaged
 * jar; real SOPS encrypts what they read.
 */
class SamplesIT {
  private static final String SECRETS =
      "db:\n  user: app\n  password: hunter2\n  port: 5432\n"
          + "servers:\n  - host: one\n    timeout: PT5S\n";
  private static final Pattern JARS = Pattern.compile("(?s)## The library\n.*?```\n(.*?)```");

  private static final Pattern LOADED = Pattern.compile("(?m)\\] (\\S+) source: ");

  /** The command line, clients of vendors, and what only {@code as} needs. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "dev\\.sealconf\\.(cli|.*\\.client)\\..*"
              + "|picocli\\..*|tools\\.jackson\\..*|io\\.grpc\\..*|software\\.amazon\\..*"
              + "|com\\.(azure|huaweicloud|google\\.(api|auth|cloud|crypto))\\..*");

  /** How many versions the reader sees before the last one. */
  private static final int SEEN = 12;

  @TempDir Path temporary;
  private Path root;
  private Path sops;
  private Map<String, String> environment;
  private MavenProject made;

  @BeforeEach
  void findSops() throws IOException {
    root = temporary.toRealPath();
    sops = Peers.SOPS_3_13.path();
    Path key = Files.writeString(root.resolve("key.txt"), Keys.IDENTITY + "\n");
    environment = Map.of("SOPS_AGE_KEY_FILE", key.toString(), "HOME", root.toString());
  }

  @AfterEach
  void removeTheRepository() throws IOException {
    made.close();
  }

  private MavenProject project(String sample) throws IOException {
    made = new MavenProject(sample, root.resolve(sample));
    return made;
  }

  @Test
  void plainJavaReadsValuesAndLoadsNoClassOfAVendorOrOfTheCommandLine() throws Exception {
    MavenProject project = project("plain");
    List<Path> jars = project.compile();
    new Keys(project.folder()).sealed(sops, "secrets.yaml", SECRETS);
    Path log = root.resolve("classes.log");

    Result result =
        project.java(jars, "example.Plain", environment, "-Xlog:class+load:file=" + log);
    assertThat(result.out()).isEqualTo("user app\na password of 7 characters\n");
    Map<String, String> noisy =
        Map.of(
            "HOME",
            project.folder().toString(),
            "SOPS_AGE_KEY_CMD",
            "sh -c 'echo noise >&2; cat " + environment.get("SOPS_AGE_KEY_FILE") + "'");
    assertThat(project.java(jars, "example.Plain", noisy).out()).isEqualTo(result.out());
    List<String> classes =
        LOADED.matcher(Files.readString(log)).results().map(found -> found.group(1)).toList();
    assertThat(classes).contains("dev.sealconf.Sealconf");
    assertThat(classes.stream().filter(FOREIGN.asMatchPredicate())).isEmpty();
    assertThat(jars.stream().map(jar -> jar.getFileName().toString()))
        .containsExactlyInAnyOrderElementsOf(documented());
  }

  /** The jars that {@code docs/dependencies.md} lists for the library. */
  private static List<String> documented() throws IOException {
    return JARS.matcher(Files.readString(Path.of("docs/dependencies.md")))
        .results()
        .findFirst()
        .orElseThrow()
        .group(1)
        .lines()
        .toList();
  }

  @Test
  void aFailureNamesTheFileAndWhatHelps() throws Exception {
    MavenProject project = project("plain");
    List<Path> jars = project.compile();
    Path file = new Keys(project.folder()).sealed(sops, "secrets.yaml", SECRETS);

    Result noKey =
        project.java(jars, "example.Plain", Map.of("HOME", root.toString(), "SOPS_AGE_KEY", ""));
    assertThat(noKey.exit()).isEqualTo(1);
    assertThat(noKey.out()).contains("in: secrets.yaml", "hint: ").doesNotContain("hunter2");

    Files.writeString(
        file, Files.readString(file).replaceAll("(?s)    age:.*?END AGE[^\n]*\n", KMS));
    Result noClient =
        project.java(jars, "example.Plain", Map.of("HOME", root.toString(), "SOPS_KMS_ARN", ARN));
    assertThat(noClient.exit()).as(noClient.out()).isEqualTo(1);
    assertThat(noClient.out())
        .contains("classes of the vendor's client are missing", "docs/java.md")
        .doesNotContain("NoClassDefFoundError");
  }

  private static final String ARN = "arn:aws:kms:us-east-1:111122223333:key/1-2-3";
  private static final String KMS =
      "    kms:\n        - arn: "
          + ARN
          + "\n          created_at: \"2026-01-02T03:04:05Z\"\n"
          + "          enc: AQICAHg=\n          aws_profile: \"\"\n";

  @Test
  void recordsHaveTheValues() throws Exception {
    MavenProject project = project("records");
    List<Path> jars = project.compile();
    new Keys(project.folder()).sealed(sops, "secrets.yaml", SECRETS);

    assertThat(project.java(jars, "example.Records", environment).out())
        .isEqualTo("user app, port 5432\none, 5 s\nno note\n");
  }

  /** A program that manages versions, as Spring Boot 3 does, may choose an older one. */
  @Test
  void annotationsThatDontFitAreNamed() throws Exception {
    MavenProject project = project("records");
    List<Path> jars =
        project.compile().stream()
            .filter(jar -> !jar.getFileName().toString().startsWith("jackson-annotations"))
            .toList();
    new Keys(project.folder()).sealed(sops, "secrets.yaml", SECRETS);

    assertThat(project.java(jars, "example.Records", environment).out())
        .contains("older version of Jackson's annotations", "jackson-annotations in version 2.22")
        .doesNotContain("NoClassDefFoundError");
  }

  @Test
  void springBootBindsTheValuesAndExplainsAFailure() throws Exception {
    MavenProject project = project("spring");
    List<Path> jars = project.compile();
    new Keys(project.folder()).sealed(sops, "secrets.yaml", SECRETS);

    assertThat(project.java(jars, "example.Spring", environment).out())
        .isEqualTo("user app, port 5432\none, 5 s\n");

    Map<String, String> keyless = Map.of("HOME", root.toString(), "LOGGING_LEVEL_ROOT", "ERROR");
    Result noKey = project.java(jars, "example.Spring", keyless);
    assertThat(noKey.exit()).isEqualTo(1);
    assertThat(noKey.out())
        .contains("APPLICATION FAILED TO START", "secrets.yaml", "Action:")
        .doesNotContain("hunter2");
  }

  /** The writer doesn't replace the file, but writes into it, so that the reader may see a part. */
  @Test
  @Timeout(900)
  void reloadsWholeVersionsUnderAWriter() throws Exception {
    MavenProject project = project("reload");
    List<Path> jars = project.compile();
    Keys keys = new Keys(project.folder());
    Path file = keys.sealed(sops, "secrets.yaml", version(0, false));
    byte[][] versions = new byte[6][];
    for (int i = 1; i < versions.length; i++) {
      boolean last = i == versions.length - 1;
      versions[i] = Files.readAllBytes(keys.sealed(sops, "next.yaml", version(i, last)));
    }
    Process reader = project.startJava(jars, "example.Reload", environment);
    while (reader.isAlive() && lines(project) < 1) {
      Thread.onSpinWait();
    }
    for (int round = 0; reader.isAlive() && lines(project) < SEEN; round++) {
      Files.write(file, versions[1 + round % (versions.length - 2)]);
    }
    Files.write(file, versions[versions.length - 1]);

    Result result = project.finish(reader, "java.log");
    assertThat(result.out().lines())
        .allMatch(line -> line.matches("version (\\d) user\\1 1\\1|kept the old version: .*"))
        .startsWith("version 0 user0 10")
        .endsWith("version 5 user5 15");
  }

  private static int lines(MavenProject project) throws IOException {
    return Files.readAllLines(project.folder().resolve("java.log")).size();
  }

  /** Version N has the user userN and a password of 10 + N characters. */
  private static String version(int n, boolean last) {
    return "version: %d\nuser: user%d\npassword: %s\nlast: %s\n"
        .formatted(n, n, "x".repeat(10 + n), last);
  }

  @Test
  void aBuildFailsIfASecretIsPlaintext() throws Exception {
    MavenProject project = project("check");
    Path file = new Keys(project.folder()).sealed(sops, "secrets.yaml", SECRETS);
    Files.writeString(project.folder().resolve(".gitattributes"), "secrets.yaml sealconf\n");
    git(project, "init", "--quiet");
    git(project, "add", ".gitattributes", "secrets.yaml");
    Result sealed = project.maven("validate");
    Files.writeString(file, SECRETS);
    git(project, "add", "secrets.yaml");
    Result plain = project.maven("validate");

    assertThat(sealed.exit()).as(sealed.out()).isZero();
    assertThat(plain.exit()).isNotZero();
    assertThat(plain.out()).contains("secrets.yaml: plaintext").doesNotContain("hunter2");
  }

  private static void git(MavenProject project, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    Process git = new ProcessBuilder(command).directory(project.folder().toFile()).start();
    assertThat(git.waitFor()).isZero();
  }
}
