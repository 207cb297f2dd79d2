package dev.sealconf.exec.notation;

import dev.sealconf.Peers;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * Those that read what a notation writes. Values come back with one character a byte, so that bytes
 * which are not text can be compared.
 */
final class Readers {
  private static final String PYTHON =
      "import dotenv,sys\n"
          + "for k,v in dotenv.dotenv_values(sys.argv[1]).items():\n"
          + "  sys.stdout.buffer.write((k+'='+v).encode()+b'\\0')\n";
  private static final String NODE =
      "const values=require(process.argv[2]).parse(require('fs').readFileSync(process.argv[1]));"
          + "for(const k in values)process.stdout.write(k+'='+values[k]+'\\0')";
  private static final String JSON =
      "import json,sys\n"
          + "for k,v in json.load(open(sys.argv[1],'rb')).items():\n"
          + "  sys.stdout.buffer.write((k+'='+v).encode()+b'\\0')\n";

  private Readers() {}

  /** A way to get variables back from a file. */
  interface Reader {
    Map<String, String> read(Path file) throws IOException, InterruptedException;
  }

  /** All readers of a notation, by what they are. */
  static Map<String, Reader> of(Notation notation) {
    return switch (notation.name()) {
      case "bash" -> Map.of("bash", Readers::bash, "sh", Readers::sh);
      case "direnv" -> Map.of("bash", Readers::bash);
      case "fish" -> Map.of("fish", Readers::fish);
      case "pwsh" -> Map.of("about_Quoting_Rules", DocumentedReaders::powershell);
      case "dotenv" ->
          Map.of(
              "python-dotenv", Readers::python,
              "dotenv", Readers::node,
              "docker's manual", DocumentedReaders::docker);
      case "docker" -> Map.of("docker's manual", DocumentedReaders::docker);
      case "github" -> Map.of("GitHub's documentation", DocumentedReaders::github);
      case "gitlab" -> Map.of("GitLab's documentation", DocumentedReaders::gitlab);
      case "json" -> Map.of("Python's json", Readers::json);
      case "properties" -> Map.of("Properties", Readers::properties);
      default -> Map.of();
    };
  }

  private static Map<String, String> bash(Path file) throws IOException, InterruptedException {
    String script = "watch_file() { :; }; eval \"$(cat -- \"$0\")\"; env -0";
    return run(List.of(Peers.BASH.path().toString(), "--norc", "-c", script, file.toString()));
  }

  private static Map<String, String> sh(Path file) throws IOException, InterruptedException {
    return run(List.of("sh", "-c", ". \"$0\"; env -0", file.toString()));
  }

  private static Map<String, String> fish(Path file) throws IOException, InterruptedException {
    return run(
        List.of(
            Peers.FISH.path().toString(),
            "--no-config",
            "-c",
            "source $argv[1]; env -0",
            file.toString()));
  }

  private static Map<String, String> python(Path file) throws IOException, InterruptedException {
    return run(List.of(Peers.PYTHON_DOTENV.path().toString(), "-c", PYTHON, file.toString()));
  }

  private static Map<String, String> node(Path file) throws IOException, InterruptedException {
    String module = Peers.NODE_DOTENV.path().toString();
    return run(List.of(Peers.NODE.path().toString(), "-e", NODE, file.toString(), module));
  }

  private static Map<String, String> json(Path file) throws IOException, InterruptedException {
    return run(List.of(Peers.PYTHON_DOTENV.path().toString(), "-c", JSON, file.toString()));
  }

  private static Map<String, String> properties(Path file) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(Files.readString(file)));
    Map<String, String> values = new HashMap<>();
    properties.forEach((name, value) -> values.put((String) name, asBytes((String) value)));
    return values;
  }

  /** A text with one character for each of its bytes. */
  static String asBytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** What a program prints: variables, each followed by a zero byte. */
  private static Map<String, String> run(List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    process.getOutputStream().close();
    byte[] printed = process.getInputStream().readAllBytes();
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new AssertionError(command.get(0) + " failed");
    }
    Map<String, String> values = new HashMap<>();
    for (String line : new String(printed, StandardCharsets.ISO_8859_1).split("\0")) {
      int equals = line.indexOf('=');
      if (line.startsWith("V_")) {
        values.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return values;
  }
}
