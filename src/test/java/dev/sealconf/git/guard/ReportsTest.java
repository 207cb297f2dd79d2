package dev.sealconf.git.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reports of {@code git verify}, as the readers of each format take them. */
class ReportsTest {
  private static final String SECRET = "hunter2-in-no-report";
  private static final String ODD = "secrets/a b&<\u00ff\u0001.yaml";

  @TempDir Path folder;
  private GuardedRepository repository;

  @BeforeEach
  void create() throws IOException {
    repository = new GuardedRepository(folder).rules("^secrets/");
    repository.encrypted("secrets/good.yaml", "password: " + SECRET + "\n");
    repository.file("secrets/bad.yaml", "a: 1\n\n# " + SECRET + "\npassword: " + SECRET + "\n");
    repository.file("key.txt", GuardedRepository.key("age-2.txt")).stage();
    repository.stage("100644", ODD, "password: " + SECRET + "\n");
  }

  private String report(String format) {
    GuardedRepository.Result result = repository.verify("--staged", "--format", format);
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out() + result.err()).doesNotContain(SECRET, "AGE-SECRET");
    return result.out();
  }

  @Test
  void textHasTwoLinesForEachFinding() {
    assertThat(report("text").lines()).hasSize(6);
  }

  @Test
  void jsonHasCountsAndFindings() {
    JsonNode report = new JsonMapper().readTree(report("json"));
    assertThat(report.get("files").asInt()).isEqualTo(5);
    assertThat(report.get("encrypted").asInt()).isEqualTo(1);
    assertThat(report.get("not_opened")).isEmpty();
    assertThat(report.get("findings")).hasSize(3);
    JsonNode first = report.get("findings").get(0);
    assertThat(first.get("check").asString()).isEqualTo("private-key");
    assertThat(first.get("path").asString()).isEqualTo("key.txt");
    assertThat(first.get("line").asInt()).isEqualTo(3);
    assertThat(first.has("commit")).isFalse();
    assertThat(report.get("findings").get(1).get("path").asString())
        .isEqualTo("secrets/a b&<\\xff\u0001.yaml");
  }

  @Test
  void sarifHasARuleForEachResult() {
    JsonNode log = new JsonMapper().readTree(report("sarif"));
    assertThat(log.get("version").asString()).isEqualTo("2.1.0");
    JsonNode run = log.get("runs").get(0);
    assertThat(run.get("tool").get("driver").get("name").asString()).isEqualTo("sealconf");
    assertThat(run.get("results")).hasSize(3);
    var rules = run.get("tool").get("driver").get("rules").findValuesAsString("id");
    for (JsonNode result : run.get("results")) {
      assertThat(rules).contains(result.get("ruleId").asString());
      assertThat(result.get("message").get("text").asString()).isNotEmpty();
    }
    JsonNode place = run.get("results").get(1).get("locations").get(0).get("physicalLocation");
    assertThat(place.get("artifactLocation").get("uri").asString())
        .isEqualTo("secrets/a%20b%26%3C%FF%01.yaml");
    assertThat(place.get("region").get("startLine").asInt()).isEqualTo(1);
  }

  @Test
  void junitHasATestCaseForEachFile() throws Exception {
    byte[] xml = report("junit").getBytes(StandardCharsets.UTF_8);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml));
    Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("tests")).isEqualTo("5");
    assertThat(suite.getAttribute("failures")).isEqualTo("3");
    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(5);
    assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(3);
    Element failure = (Element) document.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("type")).isEqualTo("private-key");
    assertThat(failure.getTextContent()).contains("line 3: private-key: ", "hint: ");
  }

  @Test
  void anEmptyReportIsValidToo() {
    repository.git("reset", "--quiet");
    repository.git("add", ".sops.yaml");
    assertThat(repository.verify("--staged", "--format", "sarif").out())
        .contains("\"results\": []");
    assertThat(repository.verify("--staged", "--format", "junit").out()).contains("failures=\"0\"");
    assertThat(repository.verify("--staged", "--format", "json").out())
        .contains("\"findings\": []");
    assertThat(repository.verify("--staged").out()).isEmpty();
  }
}
