package dev.sealconf.exec.notation;

import com.google.auto.service.AutoService;
import dev.sealconf.exec.variable.Variable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes one unquoted {@code NAME=value} per line for {@code docker run --env-file}. Docker takes
 * everything from {@code =} to the end of the line as the value (Docker manual, {@code container
 * run}, "Set environment variables").
 */
@AutoService(Notation.class)
public final class DockerNotation implements Notation {

  @Override
  public String name() {
    return "docker";
  }

  @Override
  public int rank() {
    return 60;
  }

  @Override
  public String reader() {
    return "docker --env-file";
  }

  @Override
  public byte[] write(List<Variable> variables, List<Path> files) {
    StringBuilder text = new StringBuilder();
    for (Variable variable : variables) {
      NotWritable.requireIdentifier(variable, this);
      String value = NotWritable.text(variable, this);
      if (value.indexOf('\n') >= 0 || value.endsWith("\r")) {
        throw NotWritable.because(variable, this, "the value has a line break");
      }
      LineRules.requireShort(variable, this);
      text.append(variable.name()).append('=').append(value).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
