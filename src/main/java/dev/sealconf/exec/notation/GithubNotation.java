package dev.sealconf.exec.notation;

import com.google.auto.service.AutoService;
import dev.sealconf.exec.form.SecretForms;
import dev.sealconf.exec.variable.Variable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes lines to the file that {@code GITHUB_ENV} names, and prints commands that mask each secret
 * in the log (GitHub documentation, "Workflow commands": multiline strings, add-mask).
 */
@AutoService(Notation.class)
public final class GithubNotation implements Notation {
  private static final String DELIMITER = "sealconf_end_of_value";

  /** The minimum length of a masked text in characters. Shorter texts turn up by chance. */
  private static final int SHORTEST = 4;

  @Override
  public String name() {
    return "github";
  }

  @Override
  public int rank() {
    return 70;
  }

  @Override
  public String reader() {
    return "GitHub Actions";
  }

  @Override
  public byte[] write(List<Variable> variables, List<Path> files) {
    StringBuilder text = new StringBuilder();
    for (Variable variable : variables) {
      String value = NotWritable.text(variable, this);
      refuse(variable);
      String end = delimiter(value);
      text.append(variable.name()).append("<<").append(end).append('\n');
      text.append(value).append('\n').append(end).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void refuse(Variable variable) {
    NotWritable.requireIdentifier(variable, this);
    String name = variable.name();
    if (name.startsWith("GITHUB_") || name.startsWith("RUNNER_") || name.equals("NODE_OPTIONS")) {
      throw NotWritable.because(variable, this, "GitHub doesn't let a step set this variable");
    }
  }

  /** Returns a line that does not occur in the value. */
  private static String delimiter(String value) {
    String delimiter = DELIMITER;
    for (int i = 1; value.contains(delimiter); i++) {
      delimiter = DELIMITER + "_" + i;
    }
    return delimiter;
  }

  @Override
  public Optional<String> target() {
    return Optional.of("GITHUB_ENV");
  }

  @Override
  public byte[] announcement(List<Variable> variables) {
    Set<String> masked = new LinkedHashSet<>();
    for (Variable variable : variables) {
      for (byte[] secret : variable.secrets()) {
        addForms(secret, masked);
      }
    }
    StringBuilder commands = new StringBuilder();
    for (String form : masked) {
      commands.append("::add-mask::").append(escaped(form)).append('\n');
    }
    return commands.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Adds the value, its lines, and their encoded and quoted forms. */
  private static void addForms(byte[] secret, Set<String> masked) {
    String value = new String(secret, StandardCharsets.UTF_8);
    if (value.length() >= SHORTEST) {
      masked.add(value);
    }
    for (String line : value.split("[\\r\\n]+")) {
      if (line.strip().length() >= SHORTEST) {
        masked.add(line.strip());
      }
    }
    SecretForms.of(secret).forEach(form -> masked.add(new String(form, StandardCharsets.UTF_8)));
  }

  private static String escaped(String data) {
    return data.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
