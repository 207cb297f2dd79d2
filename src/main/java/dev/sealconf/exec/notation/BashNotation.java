package dev.sealconf.exec.notation;

import com.google.auto.service.AutoService;
import dev.sealconf.exec.variable.Variable;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes {@code export NAME='value'} for {@code eval} in any POSIX shell. Between single quotes no
 * character is special (POSIX, Shell Command Language §2.2.2).
 */
@AutoService(Notation.class)
public final class BashNotation implements Notation {

  @Override
  public String name() {
    return "bash";
  }

  @Override
  public int rank() {
    return 10;
  }

  @Override
  public String reader() {
    return "a shell";
  }

  @Override
  public byte[] write(List<Variable> variables, List<Path> files) {
    QuotedBytes text = new QuotedBytes();
    for (Variable variable : variables) {
      NotWritable.requireIdentifier(variable, this);
      text.add("export " + variable.name() + "='").add(variable.value(), '\'', "'\\''").add("'\n");
    }
    return text.bytes();
  }
}
