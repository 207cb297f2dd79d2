package dev.sealconf.exec.notation;

import com.google.auto.service.AutoService;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.exec.variable.Variable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes one {@code NAME=value} per line for GitLab's {@code artifacts:reports:dotenv}. GitLab has
 * no quotes or escapes, trims white space, and accepts at most 5 KiB (GitLab documentation,
 * "artifacts:reports:dotenv").
 */
@AutoService(Notation.class)
public final class GitlabNotation implements Notation {
  private static final int MOST_BYTES = 5 * 1024;

  @Override
  public String name() {
    return "gitlab";
  }

  @Override
  public int rank() {
    return 80;
  }

  @Override
  public String reader() {
    return "a GitLab dotenv report";
  }

  @Override
  public byte[] write(List<Variable> variables, List<Path> files) {
    StringBuilder text = new StringBuilder();
    for (Variable variable : variables) {
      NotWritable.requireIdentifier(variable, this);
      String value = NotWritable.text(variable, this);
      if (LineRules.hasLineBreak(value)) {
        throw NotWritable.because(variable, this, "the value has a line break");
      } else if (NotWritable.hasSpaceAround(value)) {
        throw NotWritable.because(variable, this, "the value begins or ends with white space");
      }
      text.append(variable.name()).append('=').append(value).append('\n');
    }
    byte[] report = text.toString().getBytes(StandardCharsets.UTF_8);
    if (report.length > MOST_BYTES) {
      throw new OutputFailure.NotRepresentable(
              "the variables take "
                  + report.length
                  + " bytes, and GitLab reads at most "
                  + MOST_BYTES
                  + " of a dotenv report")
          .hint("to choose variables, add --only NAME");
    }
    return report;
  }
}
