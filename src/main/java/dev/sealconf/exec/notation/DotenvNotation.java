package dev.sealconf.exec.notation;

import com.google.auto.service.AutoService;
import dev.sealconf.exec.variable.Variable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes {@code NAME=value} so that python-dotenv 1.2, dotenv 18 for Node and {@code docker
 * --env-file} all read the same value. Docker has no quotes or escapes, so a value is written as it
 * is or refused ({@code docs/variables.md §formats} has the rules).
 */
@AutoService(Notation.class)
public final class DotenvNotation implements Notation {

  @Override
  public String name() {
    return "dotenv";
  }

  @Override
  public int rank() {
    return 50;
  }

  @Override
  public String reader() {
    return "a .env file";
  }

  @Override
  public byte[] write(List<Variable> variables, List<Path> files) {
    StringBuilder text = new StringBuilder();
    for (Variable variable : variables) {
      NotWritable.requireIdentifier(variable, this);
      text.append(variable.name()).append('=').append(value(variable)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String value(Variable variable) {
    String value = NotWritable.text(variable, this);
    if (LineRules.hasLineBreak(value)) {
      throw NotWritable.because(
          variable, this, "the value has a line break, which docker --env-file can't read");
    } else if (NotWritable.hasSpaceAround(value)) {
      throw NotWritable.because(
          variable, this, "the value begins or ends with white space, which dotenv readers drop");
    } else if (!value.isEmpty() && "'\"`".indexOf(value.charAt(0)) >= 0) {
      throw NotWritable.because(
          variable, this, "the value begins with a quote, which dotenv readers drop");
    } else if (value.indexOf('#') >= 0) {
      throw NotWritable.because(
          variable, this, "the value has a #, which dotenv for Node takes for a comment");
    } else if (value.contains("${")) {
      throw NotWritable.because(
          variable, this, "the value has ${, which python-dotenv takes for a variable");
    }
    LineRules.requireShort(variable, this);
    return value;
  }
}
