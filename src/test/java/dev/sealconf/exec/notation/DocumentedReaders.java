package dev.sealconf.exec.notation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Readers that can't be run here, written after their documentation; one character a byte. */
final class DocumentedReaders {
  private static final Pattern POWERSHELL =
      Pattern.compile("\\$\\{env:(\\w+)\\} = '((?:[^'‘’‚‛]|['‘’‚‛]{2})*)'\n");
  private static final Pattern GITLAB = Pattern.compile("^(.*?)=(.*)$");

  private DocumentedReaders() {}

  /** PowerShell, about_Quoting_Rules: two quotes are one, everything else is itself. */
  static Map<String, String> powershell(Path file) throws IOException {
    String text = Files.readString(file);
    Map<String, String> values = new HashMap<>();
    Matcher matcher = POWERSHELL.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      String value = matcher.group(2).replaceAll("(['‘’‚‛])['‘’‚‛]", "$1");
      values.put(matcher.group(1), Readers.asBytes(value));
      end = matcher.end();
    }
    if (end != text.length()) {
      throw new AssertionError("PowerShell can't read on from " + end);
    }
    return values;
  }

  /** Docker, container run, "Set environment variables": lines, comments, no quotes. */
  static Map<String, String> docker(Path file) throws IOException {
    Map<String, String> values = new HashMap<>();
    for (String line : lines(file)) {
      String rest = line.stripLeading();
      if (!rest.isEmpty() && !rest.startsWith("#")) {
        int equals = rest.indexOf('=');
        values.put(rest.substring(0, equals), rest.substring(equals + 1));
      }
    }
    return values;
  }

  /** GitLab, artifacts:reports:dotenv: lines of name and value, both without blanks around. */
  static Map<String, String> gitlab(Path file) throws IOException {
    Map<String, String> values = new HashMap<>();
    for (String line : lines(file)) {
      Matcher matcher = GITLAB.matcher(line);
      if (!matcher.find()) {
        throw new AssertionError("Invalid Format");
      }
      values.put(matcher.group(1).strip(), matcher.group(2).strip());
    }
    return values;
  }

  /** GitHub, "Workflow commands": a delimiter, and the lines up to it. */
  static Map<String, String> github(Path file) throws IOException {
    Map<String, String> values = new HashMap<>();
    String[] lines = lines(file);
    for (int i = 0; i < lines.length; i++) {
      String[] head = lines[i].split("<<", 2);
      StringBuilder value = new StringBuilder();
      while (!lines[++i].equals(head[1])) {
        value.append(value.isEmpty() && i > 0 && lines[i - 1].equals(join(head)) ? "" : "\n");
        value.append(lines[i]);
      }
      values.put(head[0], value.toString());
    }
    return values;
  }

  private static String join(String[] head) {
    return head[0] + "<<" + head[1];
  }

  /** Lines end at a line feed; a carriage return in front of it belongs to the end, as in Go. */
  private static String[] lines(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    return text.isEmpty() ? new String[0] : text.split("\n");
  }
}
