package dev.sealconf.cli.git.report;

import com.google.auto.service.AutoService;
import dev.sealconf.error.Printable;
import dev.sealconf.git.guard.Verification;
import dev.sealconf.git.guard.finding.FileVersion;
import dev.sealconf.git.guard.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes JUnit's XML, which GitLab and other CI systems read: a test case for each file. */
@AutoService(ReportFormat.class)
public final class JunitReport implements ReportFormat {
  private static final String SUITE = "sealconf git verify";

  @Override
  public String name() {
    return "junit";
  }

  @Override
  public int rank() {
    return 40;
  }

  @Override
  public String write(Verification verification) {
    Map<String, List<Finding>> files = new TreeMap<>();
    verification.files().forEach(path -> files.put(path, new ArrayList<>()));
    for (Finding finding : verification.findings()) {
      files.computeIfAbsent(finding.file().path(), path -> new ArrayList<>()).add(finding);
    }
    long failed = files.values().stream().filter(findings -> !findings.isEmpty()).count();
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    String counts =
        attribute("name", SUITE)
            + attribute("tests", String.valueOf(files.size()))
            + attribute("failures", String.valueOf(failed));
    xml.append("<testsuites").append(counts).append(">\n");
    xml.append("  <testsuite").append(counts).append(">\n");
    files.forEach((path, findings) -> add(xml, path, findings));
    return xml.append("  </testsuite>\n</testsuites>\n").toString();
  }

  /** Adds a test case. It has one failure at most, so that all readers count the same. */
  private static void add(StringBuilder xml, String path, List<Finding> findings) {
    String name = FileVersion.text(path);
    xml.append("    <testcase")
        .append(attribute("classname", SUITE))
        .append(attribute("name", name))
        .append(attribute("file", name));
    if (findings.isEmpty()) {
      xml.append("/>\n");
      return;
    }
    Finding first = findings.get(0);
    xml.append(">\n      <failure")
        .append(attribute("type", first.check().id()))
        .append(attribute("message", first.message()))
        .append('>');
    for (Finding finding : findings) {
      String commit = finding.file().commit();
      xml.append(
          escaped(
              (finding.line() == 0 ? "" : "line " + finding.line() + ": ")
                  + finding.check().id()
                  + ": "
                  + finding.message()
                  + (commit.isEmpty() ? "" : " (in commit " + commit + ")")));
      xml.append('\n').append(escaped("hint: " + finding.hint())).append('\n');
    }
    xml.append("</failure>\n    </testcase>\n");
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + escaped(value) + "\"";
  }

  /** Returns a text for XML 1.0, which has no way to write most control characters. */
  private static String escaped(String text) {
    return Printable.plain(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
