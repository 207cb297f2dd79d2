package dev.sealconf.exec.notation;

import com.google.auto.service.AutoService;
import dev.sealconf.exec.variable.Variable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes {@code ${env:NAME} = 'value'} for {@code Invoke-Expression} in PowerShell. Between single
 * quotes only quotes are special, and PowerShell accepts five different characters as a single
 * quote (about_Quoting_Rules).
 */
@AutoService(Notation.class)
public final class PwshNotation implements Notation {
  private static final String QUOTES = "'\u2018\u2019\u201a\u201b";

  @Override
  public String name() {
    return "pwsh";
  }

  @Override
  public int rank() {
    return 30;
  }

  @Override
  public String reader() {
    return "PowerShell";
  }

  @Override
  public byte[] write(List<Variable> variables, List<Path> files) {
    StringBuilder text = new StringBuilder();
    for (Variable variable : variables) {
      NotWritable.requireIdentifier(variable, this);
      if (variable.value().length == 0) {
        throw NotWritable.because(variable, this, "an empty value would remove the variable");
      }
      text.append("${env:").append(variable.name()).append("} = '");
      String value = NotWritable.text(variable, this);
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        text.append(c);
        if (QUOTES.indexOf(c) >= 0) {
          text.append(c);
        }
      }
      text.append("'\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
