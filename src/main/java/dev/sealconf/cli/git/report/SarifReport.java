package dev.sealconf.cli.git.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.auto.service.AutoService;
import dev.sealconf.cli.command.JsonOutput;
import dev.sealconf.git.guard.Verification;
import dev.sealconf.git.guard.finding.Check;
import dev.sealconf.git.guard.finding.FileVersion;
import dev.sealconf.git.guard.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Writes SARIF 2.1.0, which code scanning services such as GitHub's read (OASIS, Static Analysis
 * Results Interchange Format). It is UTF-8 with names in camel case.
 */
@AutoService(ReportFormat.class)
public final class SarifReport implements ReportFormat {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String UNRESERVED = "-._~/";

  /** The file: one run (§3.13). */
  record Log(@JsonProperty("$schema") String schema, String version, List<Run> runs) {}

  /** §3.14. */
  record Run(Tool tool, @JsonProperty("columnKind") String columnKind, List<Result> results) {}

  /** §3.18. */
  record Tool(Driver driver) {}

  /** §3.19; the rules are our checks. */
  record Driver(String name, List<Rule> rules) {}

  /** §3.49. */
  record Rule(String id, @JsonProperty("shortDescription") Text shortDescription) {}

  /** §3.11. */
  record Text(String text) {}

  /** §3.27. */
  record Result(
      @JsonProperty("ruleId") String ruleId, String level, Text message, List<Place> locations) {}

  /** §3.28. */
  record Place(@JsonProperty("physicalLocation") PhysicalLocation physicalLocation) {}

  /** §3.29. */
  record PhysicalLocation(
      @JsonProperty("artifactLocation") ArtifactLocation artifactLocation, Region region) {}

  /** §3.4: a relative URI. */
  record ArtifactLocation(String uri) {}

  /** §3.30. */
  record Region(@JsonProperty("startLine") int startLine) {}

  @Override
  public String name() {
    return "sarif";
  }

  @Override
  public int rank() {
    return 30;
  }

  @Override
  public String write(Verification verification) {
    List<Rule> rules =
        Arrays.stream(Check.values())
            .map(check -> new Rule(check.id(), new Text(check.summary())))
            .toList();
    List<Result> results = verification.findings().stream().map(SarifReport::result).toList();
    Run run = new Run(new Tool(new Driver("sealconf", rules)), "unicodeCodePoints", results);
    return JsonOutput.of(new Log(SCHEMA, "2.1.0", List.of(run)));
  }

  private static Result result(Finding finding) {
    FileVersion file = finding.file();
    String commit = file.commit().isEmpty() ? "" : " (in commit " + file.commit() + ")";
    Region region = new Region(Math.max(1, finding.line())); // GitHub needs a line
    return new Result(
        finding.check().id(),
        "error",
        new Text(finding.message() + commit + ". Hint: " + finding.hint()),
        List.of(new Place(new PhysicalLocation(new ArtifactLocation(uri(file.path())), region))));
  }

  /** Returns the bytes of a path as a relative URI reference (RFC 3986 §2). */
  private static String uri(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.ISO_8859_1)) {
      char c = (char) (b & 0xff);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || UNRESERVED.indexOf(c) >= 0;
      uri.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return uri.toString();
  }
}
