package dev.sealconf.git.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathExpressionTest {
  private static final List<String> PATHS =
      List.of(
          "secrets/a.yaml",
          "secrets/b/c/d.yaml",
          "secrets/a.json",
          "my secrets/a.yaml",
          "apps/secrets/a.yaml",
          "apps/mysecrets/x.yml",
          "prod.yaml",
          "prod/db.yaml",
          "a/prod-eu/x/y.env",
          "app.enc.yaml",
          "k8s/app.enc.yaml",
          "k8s/app.enc.yml",
          ".env",
          "apps/.env",
          ".env.production",
          "README.md",
          "xenc.yaml/z",
          "a.enc.yaml.bak");

  @TempDir Path folder;

  static List<String> expressions() {
    return List.of(
        "^secrets/.*",
        "^secrets/",
        "secrets/",
        "secrets/.*\\.yaml$",
        "^secrets/.*\\.(yaml|json)$",
        "^secrets/[^/]*\\.ya?ml$",
        "\\.enc\\.yaml$",
        "\\.enc\\.ya?ml$",
        "(^|/)secrets/.*",
        "prod",
        "^prod",
        "^apps/.*/a\\.yaml$",
        "^apps/.*\\.env$",
        "(^|/)\\.env$",
        "\\.env",
        "^\\.env(\\.production)?$",
        "^k8s/app.enc.yaml$",
        "^(prod|secrets)/.+",
        ".*\\.enc\\.yaml",
        "s.*/a",
        "s.*s.*a",
        "e.*c$",
        "^.*\\.yaml$",
        "^[^/]*\\.yaml$");
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void matchesTheSamePathsAsTheExpression(String expression) throws IOException {
    TestRepository repository = TestRepository.in(folder);
    List<String> patterns = PathExpression.patterns(expression);
    StringBuilder attributes = new StringBuilder();
    patterns.forEach(pattern -> attributes.append(pattern).append(" matched\n"));
    repository.write(".gitattributes", attributes.toString());
    Pattern compiled = Pattern.compile(expression);

    assertThat(patterns).isNotEmpty();
    for (String path : PATHS) {
      assertThat(repository.git("check-attr", "matched", "--", path).contains(": set"))
          .as("%s as %s matches %s", expression, patterns, path)
          .isEqualTo(compiled.matcher(path).find());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".*", "^", "", ".+", "a{2}", "[a-z]+", "a*", "\\d+", "\\bx", "(a", "a)", "x^y", "a$b",
        "(?i)a"
      })
  void givesNothingForWhatPatternsCanNotSay(String expression) {
    assertThat(PathExpression.patterns(expression)).isEmpty();
  }
}
