package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.tree.TreePath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An edit of a sealed file leaves the bytes of all other lines alone, their tokens included. */
class LinesStayTest {
  /**
   * Each line is a file, with {@code /} for a line break; a path, with {@code .} between its steps;
   * a value, or nothing to remove what is there; and how many lines of the sealed file may go.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "yaml; a:/  - r: true/  - r: true/  - r: true/; a.0.r; false; 1",
        "yaml; a:/  - r: true/  - r: true/  - r: true/; a.0; ''; 1",
        "yaml; a:/  - r: true # c/  - r: true # c/; a.0; ''; 1",
        "yaml; kind: v/---/kind: v/; kind; \"w\"; 1",
        "yaml; kind: v/---/kind: v/; kind; ''; 1",
        "yaml; a: [1, 1]/b: [1, 1]/; a.0; 2; 1",
        "yaml; a: &x 1/b: *x/c: *x/; a; 2; 1",
        "yaml; a: &x 1/b: *x/c: *x/; a; ''; 1",
        "yaml; a: &q/  k: it's/  l: [1, 1]/b: *q/; a.k; 2; 1",
        "yaml; a: |+/  x//b: 1//c: 1/; b; ''; 1",
        "yaml; a: |+ # c/  x//b: 1//c: 1/; b; 2; 1",
        "yaml; a: 1/b:/  - |/    x/    y; c; 2; 0",
        "json; {/'a': [/true,/true,/true/]/}; a.0; false; 1",
        "json; {/'a': [/true,/true,/true/]/}; a.0; ''; 1",
      })
  void setAndUnsetLeaveOtherLinesAlone(
      String format, String text, String path, String value, int most) {
    byte[] plain =
        text.replace('/', '\n').replace('\'', format.equals("json") ? '"' : '\'').getBytes(UTF_8);
    Bench bench = Bench.seeded(1);
    Sample sample = new Sample("lines", format, plain);
    byte[] before = bench.encrypt(sample, Rule.DEFAULT);
    byte[] after =
        value.isEmpty()
            ? bench.unset(before, sample.documentFormat(), path(path))
            : bench.set(before, sample.documentFormat(), path(path), value);
    List<String> gone = lines(before);
    lines(after).forEach(gone::remove);
    assertThat(gone).as(new String(after, UTF_8)).hasSizeLessThanOrEqualTo(most);
    assertThat(order(lines(after), lines(before))).isEqualTo(order(lines(before), lines(after)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"json; {\"a\": 1}; \"c\": -0.0", "yaml; a: 1; c: -0.0"})
  void aNegativeZeroKeepsItsSign(String format, String text, String wanted) {
    Bench bench = Bench.seeded(1);
    Sample sample = new Sample("zero", format, text.getBytes(UTF_8));
    byte[] sealed = bench.encrypt(sample, Rule.DEFAULT);
    byte[] set = bench.set(sealed, sample.documentFormat(), path("c"), "-0.0");
    byte[] rotated = bench.rotate(set, sample.documentFormat());
    String plain = new String(bench.decrypt(rotated, sample.documentFormat()), UTF_8);
    assertThat(plain).contains(wanted);
  }

  private static TreePath path(String steps) {
    TreePath path = TreePath.ROOT;
    for (String step : steps.split("\\.")) {
      boolean index = step.matches("\\d");
      path = path.then(index ? new TreePath.Index(Integer.parseInt(step)) : new TreePath.Key(step));
    }
    return path;
  }

  /** The lines with tokens, but that of the MAC. */
  private static List<String> lines(byte[] sealed) {
    List<String> lines = new ArrayList<>(new String(sealed, UTF_8).lines().toList());
    lines.removeIf(line -> !line.contains("ENC[") || line.matches("\\s*\"?mac\"?:.*"));
    return lines;
  }

  /** The lines that are among others too, in their order. */
  private static List<String> order(List<String> lines, List<String> others) {
    return lines.stream().filter(others::contains).toList();
  }
}
