package dev.sealconf.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.packaged.Packaged.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Arguments, file names, variables and child processes keep their bytes in every locale. The
 * commands are shell scripts that write bytes as octal escapes, so that this class's own Java has
 * no part in it.
 */
class LocaleIT {
  /** Settings of a locale; the last one names a locale that is not installed. */
  private static final List<String> LOCALES =
      List.of("", "LC_ALL=C", "LC_ALL=POSIX", "LC_ALL=C.UTF-8", "LANG=xx_XX.UTF-8");

  /** Sets the names that scripts use: two that are not ASCII, and one that is not UTF-8. */
  private static final String NAMES =
      "key=$(printf 'schl\\303\\274ssel'); green=$(printf 'gr\\303\\274n');"
          + " odd=$(printf 'odd\\377.yaml'); ";

  @TempDir Path root;
  private Packaged sealconf;
  private Path folder;

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectory(root.toRealPath().resolve("work"));
    sealconf = new Packaged(folder).withKey();
  }

  static Stream<Path> javas() {
    return Javas.all();
  }

  static Stream<Arguments> everywhere() {
    return Javas.all().flatMap(java -> LOCALES.stream().map(l -> Arguments.of(java, l)));
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void keepsTheBytesOfArgumentsAndNames(Path java, String locale) throws Exception {
    in(java, locale);
    Result result =
        script(
            "mkdir \"$green\"; cd \"$green\"; file=$green.yaml",
            "printf '%s: a\\nb: c\\n' \"$key\" >\"$file\"",
            "sealconf encrypt -i --encrypted-regex \"^$key\\$\" \"$file\"",
            "grep -q \"^$key: ENC\" \"$file\" && grep -q '^b: c' \"$file\"",
            "sealconf set \"$file\" \"[\\\"$key\\\"]\" \"\\\"$green\\\"\"",
            "sealconf decrypt \"$file\"; cd ..; sealconf decrypt -i \"$green\"",
            "cat \"$green/$file\"");
    assertThat(result.err()).doesNotContain("error").doesNotContain("warning");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEqualTo("schlüssel: grün\nb: c\n".repeat(2));
  }

  @ParameterizedTest
  @MethodSource("javas")
  void matchesRulesThatAreNotAscii(Path java) throws Exception {
    in(java, "");
    Result result =
        script(
            "printf 'creation_rules:\\n  - path_regex: ^%s/x\\\\.yaml$\\n' \"$green\" >.sops.yaml",
            "printf '    encrypted_regex: ^%s$\\n    age: %s\\n' \"$key\" \"$SOPS_AGE_RECIPIENTS\""
                + " >>.sops.yaml",
            "unset SOPS_AGE_RECIPIENTS; mkdir \"$green\"",
            "printf '%s: a\\nb: c\\n' \"$key\" >\"$green/x.yaml\"",
            "sealconf encrypt \"$green/x.yaml\"");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith("schlüssel: ENC[").contains("\nb: c\n");
  }

  @ParameterizedTest
  @MethodSource("javas")
  void refusesAnArgumentThatIsNotUtf8(Path java) throws Exception {
    in(java, "");
    Result result =
        script(
            "printf 'a: b\\n' >x.yaml; sealconf encrypt -i x.yaml; cp x.yaml before",
            "! sealconf set x.yaml '[\"a\"]' \"\\\"$odd\\\"\"",
            "cmp x.yaml before",
            "sealconf set x.yaml '[\"a\"]' \"\\\"$(printf '\\357\\277\\275')\\\"\"",
            "sealconf decrypt x.yaml");
    assertThat(result.exit()).isZero();
    assertThat(result.err()).contains("sealconf: error: an argument is not UTF-8");
    assertThat(result.out()).as("U+FFFD that was really typed").isEqualTo("a: \uFFFD\n");
  }

  @ParameterizedTest
  @MethodSource("javas")
  void otherFilesAreProcessedDespiteANameThatIsNotUtf8(Path java) throws Exception {
    in(java, "");
    Result result =
        script(
            "mkdir d; printf 'a: b\\n' >d/x.yaml; sealconf encrypt -i d/x.yaml",
            "cp d/x.yaml \"d/$odd\"; cp d/x.yaml before",
            "sealconf decrypt -i d || echo \"failed with $?\"",
            "cat d/x.yaml; cmp \"d/$odd\" before; ls d | wc -l");
    assertThat(result.out()).isEqualTo("failed with 2\na: b\n2\n");
    assertThat(result.err()).contains("has a name that is not UTF-8");
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void childProcessesGetTheUsersOwnLocaleAndIntactBytes(Path java, String locale) throws Exception {
    in(java, locale);
    Result result =
        script(
            "printf 'a: b\\n' >x.yaml; sealconf encrypt -i x.yaml",
            "printf '#!/bin/sh\\nenv >\"$1.env\"\\necho %s\\n' \"$SOPS_AGE_KEY\" >\"$green\"",
            "chmod +x \"$green\"; unset SOPS_AGE_KEY",
            "ODD=$odd SOPS_AGE_KEY_CMD=\"./$green $key\" sealconf decrypt x.yaml",
            "grep -a '^LC_ALL=\\|^LANG=' \"$key.env\" || true",
            "grep -a '^ODD=' \"$key.env\" | od -An -c");
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .isEqualTo(
            "a: b\n"
                + (locale.isEmpty() ? "" : locale + "\n")
                + "   O   D   D   =   o   d   d 377   .   y   a   m   l  \\n\n");
  }

  @ParameterizedTest
  @MethodSource("javas")
  void findsKeysAfterNamesThatAreNotAscii(Path java) throws Exception {
    in(java, "");
    Result result =
        script(
            "printf 'a: b\\n' >x.yaml; sealconf encrypt -i x.yaml",
            "mkdir -p \"$green/.config/sops/age\"; file=$PWD/$green/.config/sops/age/keys.txt",
            "echo \"$SOPS_AGE_KEY\" >\"$file\"; chmod 600 \"$file\"; unset SOPS_AGE_KEY",
            "HOME=$PWD/$green sealconf decrypt x.yaml",
            "SOPS_AGE_KEY_FILE=$file sealconf decrypt x.yaml",
            "! SOPS_AGE_KEY_FILE=$PWD/$odd sealconf decrypt x.yaml");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEqualTo("a: b\na: b\n");
    assertThat(result.err()).contains("the environment variable SOPS_AGE_KEY_FILE is not UTF-8");
  }

  @ParameterizedTest
  @MethodSource("javas")
  void worksInAFolderWhoseNameIsNotUtf8(Path java) throws Exception {
    in(java, "");
    Result result =
        script(
            "mkdir \"$odd\"; cd \"$odd\"; printf 'a: b\\n' >x.yaml",
            "sealconf encrypt -i x.yaml; printf '#!/bin/sh\\necho %s\\n' \"$SOPS_AGE_KEY\" >k",
            "chmod +x k; unset SOPS_AGE_KEY; SOPS_AGE_KEY_CMD=./k sealconf decrypt x.yaml");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("a: b\n");
  }

  @ParameterizedTest
  @MethodSource("javas")
  void refusesArgumentsThatJavaDecodedWrongWithoutTheLauncher(Path java) throws Exception {
    in(java, "LC_ALL=C");
    Result result =
        script(
            "printf 'a: b\\n' >x.yaml; sealconf encrypt -i x.yaml; cp x.yaml before",
            "direct() { \"$JAVA_HOME/bin/java\" -cp '"
                + Packaged.DISTRIBUTION.resolve("lib/sealconf.jar")
                + "' dev.sealconf.Main \"$@\"; }",
            "direct decrypt x.yaml; ! direct set x.yaml '[\"a\"]' \"\\\"$green\\\"\"",
            "cmp x.yaml before");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEqualTo("a: b\n");
    assertThat(result.err()).contains("Java was started without a UTF-8 locale");
  }

  @ParameterizedTest
  @MethodSource("javas")
  void anEncodingSetForAllOfJavaHasNoEffect(Path java) throws Exception {
    in(java, "JAVA_TOOL_OPTIONS=-Dfile.encoding=ISO-8859-1");
    Result result =
        script(
            "printf '#!/bin/sh\\n"
                + "printf %%s \"$1\" | od -An -c >&2\\n"
                + "echo %s\\n"
                + "' \"$SOPS_AGE_KEY\" >k",
            "chmod +x k; printf 'a: b\\n' >x.yaml; sealconf encrypt -i x.yaml 2>&-",
            "unset SOPS_AGE_KEY; SOPS_AGE_KEY_CMD=\"./k $green\" sealconf decrypt x.yaml");
    assertThat(result.out()).isEqualTo("a: b\n");
    assertThat(result.err()).contains("g   r 303 274   n");
  }

  private void in(Path java, String locale) {
    sealconf.with("JAVA_HOME", java.toString());
    if (!locale.isEmpty()) {
      sealconf.with(locale.replaceFirst("=.*", ""), locale.replaceFirst("[^=]*=", ""));
    }
  }

  /** Runs lines of shell until one fails; the program is on the PATH. */
  private Result script(String... lines) throws Exception {
    return sealconf.shell("set -e; " + NAMES + String.join("\n", lines));
  }
}
