package dev.sealconf.exec.notation;

import com.google.auto.service.AutoService;
import dev.sealconf.exec.variable.Variable;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes {@code set -gx NAME 'value'} for {@code source} in fish. Between single quotes only the
 * backslash and the single quote are special (fish manual, "Quotes").
 */
@AutoService(Notation.class)
public final class FishNotation implements Notation {

  @Override
  public String name() {
    return "fish";
  }

  @Override
  public int rank() {
    return 20;
  }

  @Override
  public String reader() {
    return "fish";
  }

  @Override
  public byte[] write(List<Variable> variables, List<Path> files) {
    QuotedBytes text = new QuotedBytes();
    for (Variable variable : variables) {
      NotWritable.requireIdentifier(variable, this);
      text.add("set -gx " + variable.name() + " '");
      for (byte b : variable.value()) {
        if (b == '\'' || b == '\\') {
          text.add("\\");
        }
        text.add(new byte[] {b});
      }
      text.add("'\n");
    }
    return text.bytes();
  }
}
